/** The canonical name of an organisation: that of an office has the unit whose office it is. */

import type { AdminUnit } from "../../places/admin-units.ts";
import { chooseUnit, type PlaceContext } from "../../places/home.ts";

/**
 * The full name of an office: 省水利厅 is the home province's, 县委 the party committee of the home county (the one that the
 * text named last), 云溪县委 or 云溪县县委 that of 云溪县. Any other organisation keeps its name.
 */
export function canonicalOrganisation(name: string, context: PlaceContext): string {
  const owned = officeOf(name, context);
  if (!owned) return name;
  const { unit, office } = owned;
  if (unit.level === 1 && office === "卫视") return `${unit.short}广播电视台${unit.short}卫视`;
  const party = /^(?:纪委监委|纪委|监委|常委会|委常委会|委党校|委)/u.exec(office)?.[0];
  if (office === "政府" || office === "人民政府") return `${unit.name}人民政府`;
  if (office === "纪委监委") return `中共${unit.name}纪律检查委员会、${unit.name}监察委员会`;
  if (office === "纪委") return `中共${unit.name}纪律检查委员会`;
  if (office === "监委") return `${unit.name}监察委员会`;
  if (office === "政协") return `政协${unit.name}委员会`;
  if (office === "人大常委会") return `${unit.name}人民代表大会常务委员会`;
  if (party?.startsWith("委")) return `中共${unit.name}委员会${office.slice(1)}`.replace(/常委会$/u, "常务委员会");
  return owned.byLevel ? unit.name + office : name;
}

/** An office by itself and the unit that it belongs to. */
interface UnitOffice {
  readonly unit: AdminUnit;
  readonly office: string;
  /** The name says only the level of the unit: 省, 市, 县. */
  readonly byLevel: boolean;
}

function officeOf(name: string, context: PlaceContext): UnitOffice | undefined {
  return officeOfHome(name, context) ?? officeOfNamed(name, context);
}

/** The office of the home province, prefecture or county: 省|水利厅. */
function officeOfHome(name: string, { gazetteer, home }: PlaceContext): UnitOffice | undefined {
  const level = name[0] ?? "";
  const code = level === "省" ? home.province : level === "市" ? home.prefecture : level === "县" ? home.county : "";
  const unit = code && name.length > 1 ? gazetteer.byCode(code.padEnd(6, "0")) : undefined;
  if (!unit?.name.endsWith(level) || SEVERAL_LEVELS.test(name)) return undefined;
  return { unit, office: name.slice(1), byLevel: true };
}

/** The office of the unit that the name begins with: 云溪县|委. */
function officeOfNamed(name: string, { gazetteer, home }: PlaceContext): UnitOffice | undefined {
  const length = gazetteer.matchAt(name, 0);
  if (length === 0 || length === name.length) return undefined;
  const unit = chooseUnit(gazetteer.find(name.slice(0, length)), home);
  // 云溪县县委 says the level twice, 云溪县委 once for unit and office.
  const office = name.slice(length).replace(/^[省市县区](?=委|政府|纪委|监委|人大|政协)/u, "");
  return unit && { unit, office, byLevel: false };
}

/** Offices of all counties and districts, not of one: 县区党委, 市县政府. */
const SEVERAL_LEVELS = /^(?:省市(?!场|政|容|人民)|市[县区](?!域|划)|县区(?!域|划)|县市(?!场|政|容|人民))/u;
