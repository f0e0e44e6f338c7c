/** A table of data, imported as the text of its file. */
declare module "*.txt" {
  const text: string;
  export default text;
}
