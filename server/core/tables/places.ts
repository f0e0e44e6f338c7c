/** Words that end the names of places, by kind, and names of places that are everyday words too. */

import countyBeginnings from "../../data/places/county-beginnings.txt";
import divisionSuffixes from "../../data/places/division-suffixes.txt";
import everydayWords from "../../data/places/everyday-words.txt";
import facilitySuffixes from "../../data/places/facility-suffixes.txt";
import featuresAndDivisions from "../../data/places/features-and-divisions.txt";
import natureSuffixes from "../../data/places/nature-suffixes.txt";
import notFirst from "../../data/places/not-first.txt";
import peoples from "../../data/places/peoples.txt";
import stops from "../../data/places/stops.txt";
import wordsFirst from "../../data/places/words-first.txt";
import wordsNotPlaces from "../../data/places/words-not-places.txt";
import { entriesOf, rowsOf, setOf } from "./read.ts";

/** Divisions and settlements. */
export const ADMIN_SUFFIXES: readonly string[] = entriesOf(divisionSuffixes);

/** Landscape. */
export const NATURE_SUFFIXES: readonly string[] = entriesOf(natureSuffixes);

/** Streets, buildings, parks, works: places that people made. */
export const FACILITY_SUFFIXES: readonly string[] = entriesOf(facilitySuffixes);

/** Short names of divisions that are everyday words (新建公路): only the full name (新建区) names them. */
export const WORDS_NOT_PLACES: ReadonlySet<string> = setOf(wordsNotPlaces);

/**
 * Short names of counties and districts that are everyday words, or what many places are called: only a page at home there
 * means the district by them.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = setOf(everydayWords);

/** Those among them that are words first, also where the dictionary has them for names. */
export const WORDS_FIRST: ReadonlySet<string> = setOf(wordsFirst);

/** Mountains, rivers, lakes and seas whose names are also those of a county or district elsewhere (南海, 泰山). */
export const FEATURES_AND_UNITS: ReadonlySet<string> = setOf(featuresAndDivisions);

/** Peoples as they stand in the names of autonomous divisions, and all that stand in the names of towns. */
const PEOPLE_ROWS = rowsOf(peoples).map(([name = "", where]) => ({ name, townsOnly: where === "town" }));
export const PEOPLES: readonly string[] = PEOPLE_ROWS.filter(({ townsOnly }) => !townsOnly).map(({ name }) => name);
export const TOWN_PEOPLES: readonly string[] = PEOPLE_ROWS.map(({ name }) => name);

/** Words that no name of a place goes across, whatever the dictionary has them for. */
export const PLACE_STOPS: ReadonlySet<string> = setOf(stops);

/** Words that begin no name of a place or body, though some hold them. */
export const NOT_FIRST: ReadonlySet<string> = setOf(notFirst);

/** Characters that begin names of counties and are no words that stand right before one. */
export const COUNTY_BEGINNINGS: ReadonlySet<string> = setOf(countyBeginnings);
