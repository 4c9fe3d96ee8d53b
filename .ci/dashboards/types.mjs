// Writes the dashboards as one program in TypeScript, in which each is a Dashboard of @grafana/schema, and the options of each panel
// are those of its type: types of what a JSON file holds are lost where TypeScript imports it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const options = {
  barchart: 'barchart/panelcfg/x/BarChartPanelCfg_types.gen',
  geomap: 'geomap/panelcfg/x/GeomapPanelCfg_types.gen',
  heatmap: 'heatmap/panelcfg/x/HeatmapPanelCfg_types.gen',
  stat: 'stat/panelcfg/x/StatPanelCfg_types.gen',
  'state-timeline': 'statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen',
  table: 'table/panelcfg/x/TablePanelCfg_types.gen',
  timeseries: 'timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen',
};
const name = type => type.replace('-', '');
const lines = ["import type { Dashboard } from '@grafana/schema';"];
for (const [type, file] of Object.entries(options)) {
  lines.push(`import type { Options as ${name(type)} } from '@grafana/schema/dist/esm/raw/composable/${file}';`);
}
// JSON has the values of enums, and leaves out what has a default
lines.push('type Plain<T> = T extends string ? `${T}` : T extends number | boolean | null | undefined ? T');
lines.push('  : T extends (infer U)[] ? Plain<U>[] : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;');
// what the data source of InfluxDB adds to the question of an annotation
const columns = ['titleColumn', 'textColumn', 'tagsColumn', 'timeEndColumn'].map(column => `${column}: string`).join('; ');
lines.push(`type Incidents = { fromAnnotations: boolean; query: string; ${columns} };`);
lines.push('type Board = Plain<Dashboard> & { annotations: { list: { target: Incidents }[] } };');

const folder = process.argv[2];
for (const language of readdirSync(folder)) {
  for (const file of readdirSync(join(folder, language))) {
    const text = readFileSync(join(folder, language, file), 'utf8');
    lines.push(`// ${language}/${file}`, `export const d${lines.length}: Board = ${text};`);
    for (const panel of JSON.parse(text).panels) {
      if (!(panel.type in options)) throw new Error(`${file}: no types for panels of type ${panel.type}`);
      lines.push(`// ${language}/${file}: ${panel.title}`);
      lines.push(`export const p${lines.length}: Partial<Plain<${name(panel.type)}>> = ${JSON.stringify(panel.options)};`);
    }
  }
}
console.log(lines.join('\n'));
