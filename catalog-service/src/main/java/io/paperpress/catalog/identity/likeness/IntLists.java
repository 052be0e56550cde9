package io.paperpress.catalog.identity.likeness;

import java.util.Arrays;

/** Numbers under numbers, chained in arrays: a hundredth of the objects that a map of lists would have. */
final class IntLists {

    private static final int NONE = -1;

    private int[] heads = empty(1 << 10);
    private int[] keys = new int[1 << 10];
    private int[] values = new int[1 << 10];
    private int[] next = new int[1 << 10];
    private int size;

    private static int[] empty(int length) {
        int[] heads = new int[length];
        Arrays.fill(heads, NONE);
        return heads;
    }

    void add(int key, int value) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = key;
        values[size] = value;
        chain(size++);
    }

    private void chain(int node) {
        int slot = keys[node] & (heads.length - 1);
        next[node] = heads[slot];
        heads[slot] = node;
    }

    private void grow() {
        int length = 2 * size;
        keys = Arrays.copyOf(keys, length);
        values = Arrays.copyOf(values, length);
        next = Arrays.copyOf(next, length);
        heads = empty(length);
        for (int node = 0; node < size; node++) {
            chain(node);
        }
    }

    /** The newest values of a key. */
    int[] firsts(int key, int most) {
        int[] found = new int[most];
        int count = 0;
        for (int node = heads[key & (heads.length - 1)]; node != NONE && count < most; node = next[node]) {
            if (keys[node] == key) {
                found[count++] = values[node];
            }
        }
        return Arrays.copyOf(found, count);
    }
}
