/** Villages of the invented region of mentions.ts, in the form of the files that are shipped. */

import { parseVillages, type VillageSource } from "../../server/core/places/villages.ts";

/** Source: written for these tests. Each kind of name and of code stands here once. */
export const VILLAGES = `# Villages of no place on any map.
950102001 北桥社区居委会 河滩嘎查
950121100 北桥居委会 沙湾村村委会 010青石沟村民委员会 011309厂社区 石村村委会
950121101 沙湾村委会 柳树屯村委会
950122100 北桥社区居民委员会 竹园村居委会 沙湾居委会
950122101 200北桥社区 松林村委会
950201001 北桥社区 溪口村委会
`;

/** The source of {@link VILLAGES}, and the provinces that it was asked for, in order. */
export function countedVillages(data = VILLAGES): { readonly source: VillageSource; readonly asked: string[] } {
  const villages = parseVillages(data);
  const asked: string[] = [];
  return {
    asked,
    source(province) {
      asked.push(province);
      return province === "95" ? villages : undefined;
    },
  };
}
