using System.Globalization;
using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>
/// What the user gets, whatever the server does: the right numbers, or the best guess marked as such and the reason.
/// </summary>
public sealed class ServerBehaviorTests : IDisposable
{
    private const string Begin = "{\"delimiter\":\"tab\",\"decimal_mark\":\"comma\",\"header_line\":null,";
    private const string End = ",\"x_unit\":\"um\",\"ordinate\":\"unknown\",\"confidence\":0.9,\"reason\":\"r\"}";

    private readonly AiRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_right_answer_is_applied_and_remembered()
    {
        using var server = new ChatServer((_, context) => ChatServer.ReplyAsync(context, OddFiles.Truth(0), cost: 0.0125));
        var result = Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd()));
        AssertByAi(result);
        Assert.Equal((1, 321L, 0.0125m), (result.Decision!.Requests, result.Decision.Tokens, result.Decision.Cost));
        Assert.Equal("scripted-1", result.Decision.Model);
        Assert.InRange(result.Decision.ConfidenceBefore, 0.5, 0.79);
        Assert.InRange(result.Decision.ConfidenceAfter, 0.8, 1);
        Assert.StartsWith(
            "Only 75.95 % of the baseline's range is compared", Assert.Single(result.Warnings), StringComparison.Ordinal);
        var call = Assert.Single(server.Calls);
        Assert.Equal("/v1/chat/completions", call.Path);
        Assert.Equal("Bearer " + AiRun.Secret, call.Authorization);
        Assert.Equal("json_schema", call.Json["response_format"]!["type"]!.GetValue<string>());
        Assert.True(call.Json["response_format"]!["json_schema"]!["strict"]!.GetValue<bool>());
        Assert.Equal(0, call.Json["temperature"]!.GetValue<int>());
        Assert.Equal("scripted", call.Json["model"]!.GetValue<string>());
        Assert.Equal((1, 321L), (_run.Statistics!.AiRequests, _run.Statistics.AiTokens));
        Assert.Equal(NormalizedBy.Recipe, Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())).NormalizedBy);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData("a wrong column", Begin + "\"first_data_line\":1,\"x_column\":2,\"y_columns\":[7]" + End, "columns")]
    [InlineData("x and y swapped", Begin + "\"first_data_line\":1,\"x_column\":2,\"y_columns\":[1]" + End, "column 2")]
    [InlineData("a wrong line", Begin + "\"first_data_line\":12,\"x_column\":1,\"y_columns\":[2]" + End, "before line 12")]
    [InlineData("a line beyond the file", Begin + "\"first_data_line\":99999,\"x_column\":1,\"y_columns\":[2]" + End, "99999")]
    [InlineData("an impossible unit",
        "{\"delimiter\":\"tab\",\"decimal_mark\":\"point\",\"header_line\":null,\"first_data_line\":1,"
            + "\"x_column\":1,\"y_columns\":[2],"
            + "\"x_unit\":\"deg\",\"ordinate\":\"unknown\",\"confidence\":0.9,\"reason\":\"r\"}", "DegreeTwoTheta")]
    [InlineData("a delimiter that is none",
        "{\"delimiter\":\"colon\",\"decimal_mark\":\"comma\",\"header_line\":null,\"first_data_line\":1,"
            + "\"x_column\":1,\"y_columns\":[2]" + End, "'delimiter'")]
    [InlineData("a field missing", Begin + "\"x_column\":1,\"y_columns\":[2]" + End, "'first_data_line'")]
    [InlineData("a field of another type", Begin + "\"first_data_line\":\"one\",\"x_column\":1,\"y_columns\":[2]" + End,
        "'first_data_line'")]
    [InlineData("a confidence out of range",
        Begin + "\"first_data_line\":1,\"x_column\":1,\"y_columns\":[2],"
            + "\"x_unit\":\"um\",\"ordinate\":\"unknown\",\"confidence\":9,\"reason\":\"r\"}", "'confidence'")]
    [InlineData("doubt",
        Begin + "\"first_data_line\":1,\"x_column\":1,\"y_columns\":[2],"
            + "\"x_unit\":\"um\",\"ordinate\":\"unknown\",\"confidence\":0.2,\"reason\":\"r\"}", "not sure")]
    [InlineData("the data", "[[1.1,2.0],[1.101,2.001]]", "not a JSON object")]
    [InlineData("prose", "The file has two columns, parted by a tab.", "not JSON")]
    [InlineData("nothing", "", "empty")]
    public void An_answer_that_does_not_hold_is_asked_about_once_more(string what, string wrong, string reason)
    {
        using var right = new ChatServer(call => call.MessageCount == 2 ? wrong : OddFiles.Truth(0));
        var repaired = Assert.Single(_run.Run(_run.Asking(right.Endpoint), _run.Odd()));
        AssertByAi(repaired);
        Assert.Equal(2, repaired.Decision!.Requests);
        var again = right.Calls[1];
        Assert.Equal(4, again.MessageCount);
        Assert.Contains(reason, again.Json["messages"]![3]!["content"]!.GetValue<string>(), StringComparison.Ordinal);

        // and where it is wrong again, the best guess is taken, and nothing is remembered
        Directory.Delete(_run.Store, recursive: true);
        using var stubborn = new ChatServer(_ => wrong);
        var guessed = Assert.Single(_run.Run(_run.Asking(stubborn.Endpoint), _run.Odd()));
        AssertGuessed(guessed, what);
        Assert.Contains(guessed.Warnings, w => w.Contains("best guess", StringComparison.Ordinal)
            && w.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(2, stubborn.Calls.Count);
        Assert.Empty(Directory.EnumerateFiles(_run.Store, "*.json"));
    }

    [Fact]
    public void An_answer_that_is_cut_off_is_asked_about_once_more()
    {
        using var server = new ChatServer((call, context) => call.MessageCount == 2
            ? ChatServer.ReplyAsync(context, OddFiles.Truth(0)[..60], finish: "length")
            : ChatServer.ReplyAsync(context, OddFiles.Truth(0)));
        AssertByAi(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())));
        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"{")]
    [InlineData("{}")]
    [InlineData("<html>maintenance</html>")]
    public void A_body_that_is_no_completion_leads_to_the_best_guess(string body)
    {
        using var server = new ChatServer((_, context) => ChatServer.WriteAsync(context, body));
        AssertGuessed(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())), body);
        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("<think>A tab, it seems {{}}.</think>\n{0}")]
    public void What_models_put_around_their_answer_does_not_matter(string around)
    {
        using var server = new ChatServer(_ => around.Replace("{0}", OddFiles.Truth(0), StringComparison.Ordinal));
        AssertByAi(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())));
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_key_that_is_not_accepted_stops_the_asking_at_once_with_an_error(int status)
    {
        using var server = new ChatServer((_, context) => ChatServer.WriteAsync(
            context, "{\"error\":{\"message\":\"Incorrect API key provided: " + AiRun.Secret + "\"}}", status));
        var results = _run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { MaxRetries = 3, ThrottleLimit = 1 }), _run.Odd(0),
            _run.Odd(1), _run.Odd(3));
        Assert.All(results, r => AssertGuessed(r, "refused"));
        var error = Assert.Single(_run.Errors);
        Assert.Equal(("AiUnauthorized", SpectralErrorCategory.Permission), (error.Id, error.Category));
        Assert.DoesNotContain(AiRun.Secret, error.ToString(), StringComparison.Ordinal);
        // files that were under way at the same time may have asked as well; none asks again
        Assert.InRange(server.Calls.Count, 1, 3);
    }

    [Fact]
    public void Retry_After_is_respected()
    {
        var times = new List<DateTime>();
        using var server = new ChatServer((_, context) =>
        {
            lock (times)
                times.Add(DateTime.UtcNow);
            if (times.Count > 1)
                return ChatServer.ReplyAsync(context, OddFiles.Truth(0));
            context.Response.Headers.RetryAfter = "2";
            return ChatServer.WriteAsync(context, "{}", 429);
        });
        var result = Assert.Single(_run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { MaxRetries = 2 }), _run.Odd()));
        AssertByAi(result);
        Assert.Equal(2, result.Decision!.Requests);
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(1.9), (times[1] - times[0]).ToString());
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("Wed, 21 Oct 2099 07:28:00 GMT")]
    public void A_server_that_wants_to_be_left_alone_for_long_is(string wish)
    {
        using var server = new ChatServer((_, context) =>
        {
            context.Response.Headers.RetryAfter = wish;
            return ChatServer.WriteAsync(context, "{}", 429);
        });
        AssertGuessed(Assert.Single(_run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { MaxRetries = 3 }), _run.Odd())), wish);
        Assert.Single(server.Calls);
    }

    [Fact]
    public void A_fault_of_the_server_is_tried_again()
    {
        var count = 0;
        using var server = new ChatServer((_, context) => Interlocked.Increment(ref count) == 1
            ? ChatServer.WriteAsync(context, "oops", 500)
            : ChatServer.ReplyAsync(context, OddFiles.Truth(0)));
        var result = Assert.Single(_run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { MaxRetries = 1 }), _run.Odd()));
        AssertByAi(result);
        Assert.Equal(2, result.Decision!.Requests);
    }

    [Fact]
    public void A_server_that_hangs_is_given_up_and_the_best_guess_taken()
    {
        ChatServer? server = null;
        using (server = new ChatServer((_, context) => server!.HangAsync(context)))
        {
            var result = Assert.Single(
                _run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { Timeout = TimeSpan.FromMilliseconds(300) }), _run.Odd()));
            AssertGuessed(result, "hang");
            Assert.Contains(result.Warnings, w => w.Contains("did not answer within 0.3 s", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_server_that_drips_is_given_up_as_well()
    {
        ChatServer? server = null;
        using (server = new ChatServer(async (_, context) =>
        {
            context.Response.ContentType = "application/json";
            var hanging = server!.HangAsync(context);
            using var drip = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await Task.WhenAny(hanging, drip.WaitForNextTickAsync(CancellationToken.None).AsTask()) != hanging)
            {
                await context.Response.WriteAsync(" ", CancellationToken.None);
                await context.Response.Body.FlushAsync(CancellationToken.None);
            }
        }))
        {
            var result = Assert.Single(
                _run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { Timeout = TimeSpan.FromMilliseconds(500) }), _run.Odd()));
            AssertGuessed(result, "drip");
            Assert.Contains(result.Warnings, w => w.Contains("did not answer", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_server_that_is_not_there_leads_to_the_best_guess()
    {
        Uri gone;
        using (var server = new ChatServer(_ => ""))
            gone = server.Endpoint;
        var result = Assert.Single(_run.Run(_run.Asking(gone), _run.Odd()));
        AssertGuessed(result, "gone");
        Assert.Contains(result.Warnings, w => w.Contains("cannot be reached", StringComparison.Ordinal));
    }

    [Fact]
    public void A_certificate_that_nobody_trusts_gets_no_data()
    {
        using var server = new ChatServer((_, context) => ChatServer.ReplyAsync(context, OddFiles.Truth(0)), tls: true);
        Assert.Equal("https", server.Endpoint.Scheme);
        AssertGuessed(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())), "tls");
        Assert.Empty(server.Calls);
        Assert.Equal("AiTlsFailed", Assert.Single(_run.Errors).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_answer_of_10_MB_is_not_taken_in(bool declared)
    {
        var sent = 0L;
        using var server = new ChatServer(async (_, context) =>
        {
            context.Response.ContentType = "application/json";
            if (declared)
                context.Response.ContentLength = 10_000_000;
            var part = new byte[100_000];
            Array.Fill(part, (byte)' ');
            for (var i = 0; i < 100 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(part, CancellationToken.None);
                sent += part.Length;
            }
        });
        var result = Assert.Single(_run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { MaxRetries = 3 }), _run.Odd()));
        AssertGuessed(result, "large");
        Assert.Contains(result.Warnings, w => w.Contains("1048576 bytes", StringComparison.Ordinal));
        Assert.Single(server.Calls);
    }

    [Fact]
    public void A_redirect_is_not_followed()
    {
        using var other = new ChatServer(_ => OddFiles.Truth(0));
        using var server = new ChatServer((_, context) =>
        {
            context.Response.Redirect(other.Endpoint + "/chat/completions", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        AssertGuessed(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())), "redirect");
        Assert.Empty(other.Calls);
    }

    [Fact]
    public void A_server_without_json_schema_gets_the_schema_in_the_prompt()
    {
        using var server = new ChatServer(
            (call, context) => call.Json["response_format"]?["type"]?.GetValue<string>() == "json_object"
            ? ChatServer.ReplyAsync(context, OddFiles.Truth(OddFiles.LayoutOf(call)))
            : ChatServer.WriteAsync(context, "{\"error\":{\"message\":\"response_format json_schema is not supported\"}}", 400));
        var results = _run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { ThrottleLimit = 1 }), _run.Odd(0), _run.Odd(1));
        Assert.All(results, AssertByAi);
        var other = server.Calls.First(call => call.Json["response_format"]!["type"]!.GetValue<string>() == "json_object");
        Assert.Contains("\"first_data_line\":{\"type\":\"integer\"}", other.Json["messages"]![0]!["content"]!.GetValue<string>(),
            StringComparison.Ordinal);
        // what was learned of the server holds for the next question
        Assert.InRange(server.Calls.Count, 3, 4);
    }

    [Fact]
    public void A_server_that_takes_hardly_anything_is_asked_in_its_own_way()
    {
        using var server = new ChatServer((call, context) =>
            call.Json["temperature"] is not null
                ? ChatServer.WriteAsync(context, "{\"error\":\"Unsupported value: temperature\"}", 400)
            : call.Json["max_tokens"] is not null
                ? ChatServer.WriteAsync(context, "{\"error\":\"use max_completion_tokens instead of max_tokens\"}", 400)
            : call.Json["response_format"] is not null ? ChatServer.WriteAsync(context, "{\"error\":\"unknown field\"}", 422)
            : ChatServer.ReplyAsync(context, OddFiles.Truth(0)));
        AssertByAi(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())));
        Assert.Equal(5, server.Calls.Count);
    }

    [Fact]
    public void A_model_that_is_not_there_is_told_with_what_the_server_says()
    {
        using var server = new ChatServer(
            (_, context) => ChatServer.WriteAsync(context, "{\"error\":\"model scripted not found\"}", 400));
        var result = Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd()));
        AssertGuessed(result, "model");
        Assert.Contains(result.Warnings, w => w.Contains("model scripted not found", StringComparison.Ordinal));
    }

    [Fact]
    public void After_repeated_failures_the_batch_goes_on_without_and_says_so_once()
    {
        using var server = new ChatServer((_, context) => ChatServer.WriteAsync(context, "down", 503));
        string[] files = [.. Enumerable.Range(0, 15).Select(i => _run.Odd(i % OddFiles.LayoutCount))];
        var results = _run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { ThrottleLimit = 1 }), files);
        Assert.Equal(files.Length, results.Count(r => r.SeriesIndex == 0));
        Assert.All(results, r => AssertGuessed(r, "down"));
        // one for each of the first layouts; then the circuit is open
        Assert.InRange(server.Calls.Count, 1, 4);
        Assert.Single(_run.Messages, m => m.StartsWith("Warning: 127.0.0.1", StringComparison.Ordinal));
    }

    public static TheoryData<string> Echoes
    {
        get
        {
            const string key = AiRun.Secret;
            var json = string.Concat(key.Select(c => $"\\u{(int)c:x4}"));
            return
            [
                key,
                key.ToUpperInvariant(),
                json,
                key.Replace("-", "\\u002D", StringComparison.Ordinal),
                json.Replace("\\", "\\\\", StringComparison.Ordinal),
                string.Concat(key.Select(c => $"%{(int)c:X2}")),
                key.Replace("-", "%252D", StringComparison.Ordinal),
                string.Concat(key.Select(c => $"&#x{(int)c:x};")),
                key.Replace("-", "&#45;", StringComparison.Ordinal),
                Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key)),
                Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("Bearer " + key + "!")),
                Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("x" + key)).TrimEnd('='),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public void A_key_that_a_server_sends_back_in_any_form_is_shown_nowhere(string echo)
    {
        using var rejecting = new ChatServer((_, context) => ChatServer.WriteAsync(
            context, "{\"error\":{\"message\":\"bad request with " + echo + " as key\"}}", 400));
        var rejected = Assert.Single(_run.Run(_run.Asking(rejecting.Endpoint), _run.Odd()));
        using var prose = new ChatServer(_ => "I was called with " + echo + ".");
        var answered = Assert.Single(_run.Run(_run.Asking(prose.Endpoint), _run.Odd()));
        var escaped = echo.Replace("\\", "\\\\", StringComparison.Ordinal);
        using var layout = new ChatServer(
            _ => OddFiles.Truth(0).Replace("\"reason\":\"", $"\"reason\":\"{escaped} ", StringComparison.Ordinal));
        _run.Run(_run.Asking(layout.Endpoint), _run.Odd());

        var shown = string.Join(
            '\n', [.. rejected.Warnings, .. answered.Warnings, .. _run.Messages, .. _run.Errors.Select(e => e.ToString())]);
        var stored = string.Join('\n', Directory.EnumerateFiles(_run.Folder.Path, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".json" or ".jsonl").Select(File.ReadAllText));
        Assert.DoesNotContain(echo, shown + stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(AiRun.Secret, shown + stored, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("(status 400)", shown, StringComparison.Ordinal);
    }

    private static void AssertByAi(SpectralResult result)
    {
        Assert.Equal((SpectralResultStatus.Succeeded, NormalizedBy.Ai), (result.Status, result.NormalizedBy));
        Assert.True(result.Comparison!.OverlapMin is > 1.09 and < 1.11,
            result.Comparison.OverlapMin.ToString(CultureInfo.InvariantCulture));
    }

    private static void AssertGuessed(SpectralResult result, string what)
    {
        Assert.True(result.NormalizedBy == NormalizedBy.Heuristic, $"{what}: {result.NormalizedBy}, {result.Error}");
        Assert.Equal(result.Decision!.ConfidenceBefore, result.Decision.ConfidenceAfter);
        Assert.Contains(result.Warnings, w => w.Contains("best guess", StringComparison.Ordinal));
    }
}
