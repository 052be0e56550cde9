package io.paperpress.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who a server runs as that refuses root: an ordinary user's servers run as that user, root's as nobody.
 *
 * @param uid the user (and group) the server has to be switched to; 0 where nothing has to be switched
 */
record Identity(int uid) {

    private static final int NOBODY = 65_534;

    /**
     * @param data where the server keeps its data: when it is there already, its owner runs the server again
     */
    static Identity forServerWith(Path data) {
        if (uidOf(Path.of("/proc/self")) != 0) {
            return new Identity(0);
        }
        int owner = Files.exists(data) ? uidOf(data) : NOBODY;
        return new Identity(owner == 0 ? NOBODY : owner);
    }

    /** Gives the tree to the user the server runs as. */
    void own(Path tree) {
        if (uid == 0) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new LocalStackException("Cannot give %s to user %d: %s.".formatted(tree, uid, e.getMessage()), e);
        }
    }

    /**
     * The command as this user.
     *
     * @param needed what the command must be able to reach
     */
    List<String> run(List<String> command, Path... needed) {
        if (uid == 0) {
            return command;
        }
        var switched = new ArrayList<>(
                List.of("setpriv", "--reuid", String.valueOf(uid), "--regid", String.valueOf(uid), "--clear-groups"));
        if (!Stream.of(needed).allMatch(Identity::isOpenToAll)) {
            // Root keeps this in a place nobody else may enter, its home for one: the server may pass, and is still not
            // root. Without the "securebits" access(2) would not know of it.
            switched.addAll(List.of(
                    "--securebits=+no_setuid_fixup", "--inh-caps=-all,+dac_override", "--ambient-caps=+dac_override"));
        }
        switched.addAll(command);
        return switched;
    }

    private static boolean isOpenToAll(Path path) {
        return Stream.iterate(path.toAbsolutePath(), p -> p != null, Path::getParent)
                .allMatch(Identity::mayBeEntered);
    }

    private static boolean mayBeEntered(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            return false;
        }
    }

    private static int uidOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new LocalStackException("Cannot see who owns %s: %s.".formatted(path, e.getMessage()), e);
        }
    }
}
