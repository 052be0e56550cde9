package io.paperpress.ingest.format;

/**
 * How much an archive may hold.
 *
 * @param files entries of its directory, of any kind
 * @param bytes of all files that are read, inflated
 * @param ratio how many times its compressed length a file may have, once it has more than a mebibyte
 */
public record ZipLimits(int files, long bytes, int ratio) {}
