/** A program that says "here", and "orphaned" once the command that started it is gone: for its test. */
import { onceOrphaned } from "../../scripts/onceOrphaned.ts";

const stay = setInterval(() => {}, 1000);
onceOrphaned(() => {
  console.log("orphaned");
  clearInterval(stay);
});
console.log("here");
