import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Reload ADDRESS HANDLER RUNS: saves the echo handler with another answer, and prints after how many ms it is given. */
class Reload {
    private static final String ANSWER = "Reply.of(event.getBody()";

    public static void main(String[] args) throws Exception {
        var handler = Path.of(args[1]);
        var source = Files.readString(handler);
        var answers = new LinkedBlockingQueue<String>();
        var client = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(args[0]), listener(answers))
                .join();
        for (var run = 0; run < Integer.parseInt(args[2]); run++) {
            var suffix = " of run " + run;
            var saved = System.nanoTime();
            Files.writeString(handler, source.replace(ANSWER, ANSWER + " + \"" + suffix + "\""));
            String answer;
            do {
                client.sendText("hello", true).join();
                answer = answers.take();
            } while (!answer.endsWith(suffix));
            System.out.println((System.nanoTime() - saved) / 1_000_000);
        }
        client.abort();
    }

    private static WebSocket.Listener listener(LinkedBlockingQueue<String> answers) {
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket client, CharSequence text, boolean last) {
                answers.add(text.toString());
                client.request(1);
                return null;
            }
        };
    }
}
