/** The live service in a process of its own, and what is around it: receivers, multiplexes and people, who count what they send and get. */
@NullMarked
package io.bandwatch.deploy.cli.acceptance.service;

import org.jspecify.annotations.NullMarked;
