// Hold JSON documents against a schema with ajv, strictly: node validate.mjs SCHEMA DOCUMENT...
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schema, ...documents] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

const ajv = new Ajv({ strict: true, allErrors: true, validateFormats: true });
addFormats(ajv);
const validate = ajv.compile(read(schema));
for (const path of documents) {
  if (!validate(read(path))) {
    for (const error of validate.errors) {
      console.log(`${path}: ${error.instancePath} ${error.message}`);
    }
  }
}
