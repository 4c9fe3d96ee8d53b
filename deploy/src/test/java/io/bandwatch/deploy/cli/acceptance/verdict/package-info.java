@NullMarked
package io.bandwatch.deploy.cli.acceptance.verdict;

import org.jspecify.annotations.NullMarked;
