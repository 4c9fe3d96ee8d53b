/**
 * Words that dashboards of Grafana are written in: boards, panels, variables, and queries that can only ask for what
 * {@link io.bandwatch.alerts.series.MetricSchema} has. May import {@code alerts.series} and {@code alerts.messages}.
 */
@NullMarked
package io.bandwatch.deploy.grafana.board;

import org.jspecify.annotations.NullMarked;
