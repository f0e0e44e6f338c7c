/** Places beyond China's divisions: countries, capitals and cities of the world, regions, rivers, mountains. */

import cities from "../../data/world/cities.txt";
import countries from "../../data/world/countries.txt";
import domesticAbbreviations from "../../data/world/domestic-abbreviations.txt";
import foreignAbbreviations from "../../data/world/foreign-abbreviations.txt";
import hongKongMacauTaiwan from "../../data/world/hong-kong-macau-taiwan.txt";
import nature from "../../data/world/nature.txt";
import officialNames from "../../data/world/official-names.txt";
import oldPlaces from "../../data/world/old-places.txt";
import regions from "../../data/world/regions.txt";
import { entriesOf } from "./read.ts";

export const COUNTRIES: readonly string[] = entriesOf(countries);

/** States by their official names, present and former. */
export const OFFICIAL_NAMES: readonly string[] = entriesOf(officialNames);

/** Capitals and other cities, states, provinces and islands outside China. */
export const CITIES: readonly string[] = entriesOf(cities);

/** Parts of the world and of China. */
export const REGIONS: readonly string[] = entriesOf(regions);

/** Quarters, streets, sites in Hong Kong, Macau and Taiwan. */
export const HONG_KONG_MACAU_TAIWAN: readonly string[] = entriesOf(hongKongMacauTaiwan);

/** Rivers, lakes, mountains, seas and islands. */
export const NATURE: readonly string[] = entriesOf(nature);

/** Old names of places. */
export const OLD_PLACES: readonly string[] = entriesOf(oldPlaces);

/** Characters that stand each for a province or city of China, as in 冀中 and 京沪. */
export const DOMESTIC_ABBREVIATIONS: readonly string[] = entriesOf(domesticAbbreviations);

/** Characters that stand each for a country or a continent. */
export const FOREIGN_ABBREVIATIONS: readonly string[] = entriesOf(foreignAbbreviations);
