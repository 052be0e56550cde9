package io.paperpress.ingest.format;

/** One kind of Markdown page, read line by line. */
interface MarkdownPage {

    void line(Line line);

    /** Called once, after the last line. */
    void end();
}
