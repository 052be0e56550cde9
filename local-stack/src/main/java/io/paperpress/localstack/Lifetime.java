package io.paperpress.localstack;

/** How long a started process may live. */
enum Lifetime {
    /** Ends with the Java program that started it, even when that is killed. */
    OF_THIS_PROGRAM,
    /** Lives on until it is stopped. */
    UNTIL_STOPPED
}
