/** Whether clips are known again, and how often something else is taken for one. */
@org.jspecify.annotations.NullMarked
package io.bandwatch.deploy.cli.acceptance.clips;
