package io.paperpress.common.following;

/**
 * One event of a stream.
 *
 * @param n its place in the order
 * @param id what a follower comes back with
 * @param event its kind
 * @param data written as JSON
 */
public record StreamEvent(long n, String id, String event, Object data) {}
