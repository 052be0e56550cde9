package io.paperpress.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A repository whose services are {@link FakeApp}s, and {@code ./run} in it. */
record FakeRepository(Path root, Path data) {

    record Said(int status, String out, String err) {}

    static FakeRepository in(Path root) throws IOException {
        for (String service : Stack.SERVICES) {
            Path target = Files.createDirectories(root.resolve(service).resolve("target"));
            jar(target.resolve(service + "-1-app.jar"));
        }
        Path samples = Files.createDirectories(root.resolve("samples"));
        Files.writeString(samples.resolve("efficient-papers.md"), "# papers");
        Files.writeString(samples.resolve("materials.md"), "# materials");
        return new FakeRepository(root, root.resolve("data"));
    }

    Said run(String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(root, "out", ".txt");
        Path err = Files.createTempFile(root, "err", ".txt");
        int status = start(out, err, words).waitFor();
        return new Said(status, Files.readString(out), Files.readString(err));
    }

    Process start(Path out, Path err, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Programs.java().resolve("bin/java").toString(),
                "-D" + Layout.ROOT_PROPERTY + "=" + root,
                "-D" + Programs.HOME_PROPERTY + "=" + Programs.find().home(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    private static void jar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeApp.class.getName());
        String name = FakeApp.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = FakeApp.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            if (code != null) {
                code.transferTo(out);
            }
        }
    }
}
