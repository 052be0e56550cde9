package io.paperpress.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, headless. */
final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final Browser browser;
    private @Nullable Page page;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    Page open(Client client, String path) {
        return open(client, path, 1280, 900);
    }

    Page open(Client client, String path, int width, int height) {
        if (page != null) {
            page.close();
        }
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
        page.navigate(client.address(path));
        return page;
    }

    /** Keeps a picture of the open page in {@code target/screenshots}. */
    void photograph(String name) {
        if (page != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("No Chromium here: install the package chromium (./test does"
                                + " it where it may), or set CHROMIUM to the program's path."));
    }
}
