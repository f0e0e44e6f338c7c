/** Reads and edits the house's files for the server: a file of its own, so that no page without them waits for the YAML library. */

export { HOUSE_READER } from "./host/house-reader.ts";
