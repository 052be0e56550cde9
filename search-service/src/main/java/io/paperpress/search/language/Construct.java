package io.paperpress.search.language;

/** What can be typed beside fields. The parser and the help text both read this table. */
enum Construct {
    WORDS(
            "",
            "papers that hold all of them, in any field; typos are forgiven where nothing holds them",
            "sparse attention"),
    PHRASE("\"", "words side by side, in this order", "\"heavy hitter\""),
    EXCLUSION("-", "papers that do not hold what follows", "attention -sparse"),
    NOT("NOT", "the same as -", "attention NOT sparse"),
    OR("OR", "papers that hold what stands on either side; binds closer than blanks do", "prune OR quantize llm"),
    AND("AND", "may be typed; a blank means the same", "sparse AND attention"),
    GROUP("(", "what belongs together", "(\"kv cache\" OR quantization) survey");

    private final String sign;
    private final String meaning;
    private final String example;

    Construct(String sign, String meaning, String example) {
        this.sign = sign;
        this.meaning = meaning;
        this.example = example;
    }

    /** What it begins with, or is. */
    String sign() {
        return sign;
    }

    String meaning() {
        return meaning;
    }

    String example() {
        return example;
    }
}
