/** Organisations known by name, and the words that end the names of organisations. */

import hongKongMacauTaiwan from "../../data/organisations/hong-kong-macau-taiwan.txt";
import known from "../../data/organisations/known.txt";
import notOrganisations from "../../data/organisations/not-organisations.txt";
import seats from "../../data/organisations/seats.txt";
import suffixes from "../../data/organisations/suffixes.txt";
import { entriesOf, mapOf, setOf } from "./read.ts";

/** Known by heart: state, party, international bodies, media, companies, clubs, with their short forms. */
export const ORGANISATIONS: readonly string[] = entriesOf(known);

/** The same of Hong Kong, Macau and Taiwan. */
export const ORGANISATIONS_OF_HONG_KONG: readonly string[] = entriesOf(hongKongMacauTaiwan);

/** Words that end an organisation's name, with the kind it makes (company, school, office …); the longest that fits counts. */
export const ORG_SUFFIXES: ReadonlyMap<string, string> = mapOf(suffixes);

/** Words that make an organisation of the county, city or province they stand after: 县委, 市公安局. */
export const SEAT: readonly string[] = entriesOf(seats);

/** Words that end like an organisation and are none. */
export const NOT_ORGANISATIONS: ReadonlySet<string> = setOf(notOrganisations);
