package io.edgesocket.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, without a window. There is one for all tests; each has its own tabs. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WIDTH = 1360;
    private static final Path SCREENSHOTS = Path.of("tools/target/console");
    /** It tells of each version of Chromium that is newer than itself. Held in a field, or it loses its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;
    private final String first;
    private String before;
    private int width;

    Browser() {
        var options = new ChromeOptions();
        options.setBinary(onPath("chromium").toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(onPath("chromedriver").toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        first = driver.getWindowHandle();
        width(WIDTH);
    }

    /** A tab of its own for a test, as wide as is usual. */
    void begin() {
        driver.switchTo().newWindow(WindowType.TAB);
        if (width != WIDTH) {
            width(WIDTH);
        }
    }

    /** Closes all tabs but the first, which keeps the browser open. */
    void end() {
        driver.getWindowHandles().stream()
                .filter(tab -> !tab.equals(first))
                .forEach(tab -> driver.switchTo().window(tab).close());
        driver.switchTo().window(first);
    }

    private static Path onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /** With nothing left of the page before. */
    public void open(String address) {
        driver.get("about:blank"); // an address that differs behind # alone would be no other page
        driver.get(address);
    }

    /** In another tab, which is in front from now on. */
    public void openAnother(String address) {
        before = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(address);
    }

    /** The tab that was in front before is so again. */
    public void closeThisTab() {
        driver.close();
        driver.switchTo().window(before);
    }

    public WebElement find(String css) {
        return await(
                css, found -> driver.findElements(By.cssSelector(css)).stream().findFirst());
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Waits until what a selector finds has a text in it. */
    public WebElement awaitText(String css, String text) {
        return await(
                css + " with " + text,
                found -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(element -> element.getText().contains(text))
                        .findFirst());
    }

    /** Waits until nothing that a selector finds has a text in it. */
    public void awaitNoText(String css, String text) {
        await(
                css + " without " + text,
                found -> driver.findElements(By.cssSelector(css)).stream()
                                .noneMatch(element -> element.getText().contains(text))
                        ? Optional.of(true)
                        : Optional.empty());
    }

    /** Presses the button of this name, of those that can be seen. */
    public void press(String name) {
        await(
                        "the button " + name,
                        found -> driver.findElements(By.tagName("button")).stream()
                                .filter(button ->
                                        button.isDisplayed() && button.getText().equals(name))
                                .findFirst())
                .click();
    }

    /** @param wanted said if it doesn't come, with what the page shows */
    private <T> T await(String wanted, Function<ChromeDriver, Optional<T>> found) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> wanted + " in\n"
                        + driver.findElement(By.tagName("body")).getText())
                .until(now -> found.apply(driver).orElse(null));
    }

    public void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    public Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    public String title() {
        return driver.getTitle();
    }

    public void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    public void width(int pixels) {
        width = pixels;
        driver.manage().window().setSize(new Dimension(pixels, 850));
    }

    /** Into a folder that is not committed. */
    public Path screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.write(
                    SCREENSHOTS.resolve(name + ".png"), SmallPng.of(driver.getScreenshotAs(OutputType.BYTES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page's code, or the browser about it, has complained of. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .filter(line -> !line.contains("Failed to load resource: net::ERR_")) // a test ended the server
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
