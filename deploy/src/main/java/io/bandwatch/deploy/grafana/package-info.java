/**
 * The dashboards of Grafana, written once and told in two languages; {@code deploy/grafana} has what they come to. May import
 * {@code deploy.grafana.board} and {@code alerts.series}.
 */
@NullMarked
package io.bandwatch.deploy.grafana;

import org.jspecify.annotations.NullMarked;
