package io.bandwatch.deploy.cli.acceptance.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a check counted.
 *
 * @param holds whether the statement holds
 * @param figures the counts behind it, in the order in which a reader wants them
 */
public record Count(boolean holds, ObjectNode figures) {}
