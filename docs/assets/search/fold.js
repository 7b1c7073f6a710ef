// Fold: from a text to its tokens, alike however it is typed. hooks/edition/text/fold.py says the same in Python;
// tests/fold_cases.json is what both must pass.

const HAN = /^[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const CLUSTER = /\P{M}\p{M}*|^\p{M}+/gsu;
const LETTERS_WITH_MARKS = "й";

/** The fold, given the two lines of simplified.txt: traditional characters and their simplified ones. */
export function readFold(table) {
  const [traditional, simplified] = table.split("\n").map((line) => [...line]);
  const simple = new Map(traditional.map((character, index) => [character, simplified[index]]));
  const folded = new Map();

  function foldCluster(cluster) {
    if (!folded.has(cluster)) {
      const lowered = cluster.normalize("NFKC").toLowerCase().normalize("NFKC");
      const characters = [...lowered].flatMap(withoutMarks).map((c) => simple.get(c) ?? c);
      folded.set(cluster, characters.map((character) => [character, kindOf(character)]));
    }
    return folded.get(cluster);
  }

  /** The tokens of a text: {text, kind, start, end}. */
  return function readTokens(text) {
    const tokens = [];
    let open = null; // the kind of the run that the next character may go on with
    for (const match of text.matchAll(CLUSTER)) {
      const end = match.index + match[0].length;
      for (const [character, kind] of foldCluster(match[0])) {
        if (kind && kind === open && kind !== "han") {
          const last = tokens[tokens.length - 1];
          last.text += character;
          last.end = end;
        } else if (kind) {
          tokens.push({ text: character, kind, start: match.index, end });
        }
        open = kind;
      }
    }
    return tokens;
  };
}

function withoutMarks(character) {
  if (LETTERS_WITH_MARKS.includes(character)) return [character];
  return [...character.normalize("NFD")].filter((part) => !/[\p{M}\p{Cf}]/u.test(part));
}

function kindOf(character) {
  if (HAN.test(character)) return "han";
  if (/\p{Nd}/u.test(character)) return "digits";
  return /\p{L}/u.test(character) ? "letters" : null;
}
