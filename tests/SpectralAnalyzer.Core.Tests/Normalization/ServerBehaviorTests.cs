using System.Globalization;
using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>
/// What the user gets, whatever faults the server has: the right numbers, or the best guess marked as such and the reason.
/// </summary>
public sealed class ServerBehaviorTests : IDisposable
{
    private readonly AiRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_key_that_is_not_accepted_stops_the_asking_at_once_with_an_error(int status)
    {
        using var server = new ChatServer((_, context) => ChatServer.WriteAsync(
            context, "{\"error\":{\"message\":\"Incorrect API key provided: " + AiRun.Secret + "\"}}", status));
        var results = _run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { MaxRetries = 3, ThrottleLimit = 1 }), _run.Odd(0),
            _run.Odd(1), _run.Odd(3));
        Assert.All(results, r => AiRun.AssertGuessed(r, "refused"));
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
        AiRun.AssertByAi(result);
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
        var results = _run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { MaxRetries = 3 }), _run.Odd());
        AiRun.AssertGuessed(Assert.Single(results), wish);
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
        AiRun.AssertByAi(result);
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
            AiRun.AssertGuessed(result, "hang");
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
            AiRun.AssertGuessed(result, "drip");
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
        AiRun.AssertGuessed(result, "gone");
        Assert.Contains(result.Warnings, w => w.Contains("cannot be reached", StringComparison.Ordinal));
    }

    [Fact]
    public void A_certificate_that_nobody_trusts_gets_no_data()
    {
        using var server = new ChatServer((_, context) => ChatServer.ReplyAsync(context, OddFiles.Truth(0)), tls: true);
        Assert.Equal("https", server.Endpoint.Scheme);
        AiRun.AssertGuessed(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())), "tls");
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
        AiRun.AssertGuessed(result, "large");
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
        AiRun.AssertGuessed(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())), "redirect");
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
        Assert.All(results, AiRun.AssertByAi);
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
        AiRun.AssertByAi(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())));
        Assert.Equal(5, server.Calls.Count);
    }

    [Fact]
    public void A_model_that_is_not_there_is_told_with_what_the_server_says()
    {
        using var server = new ChatServer(
            (_, context) => ChatServer.WriteAsync(context, "{\"error\":\"model scripted not found\"}", 400));
        var result = Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd()));
        AiRun.AssertGuessed(result, "model");
        Assert.Contains(result.Warnings, w => w.Contains("model scripted not found", StringComparison.Ordinal));
    }

    [Fact]
    public void After_repeated_failures_the_batch_goes_on_without_and_says_so_once()
    {
        using var server = new ChatServer((_, context) => ChatServer.WriteAsync(context, "down", 503));
        string[] files = [.. Enumerable.Range(0, 15).Select(i => _run.Odd(i % OddFiles.LayoutCount))];
        var results = _run.Run(_run.Asking(AiRun.Ai(server.Endpoint) with { ThrottleLimit = 1 }), files);
        Assert.Equal(files.Length, results.Count(r => r.SeriesIndex == 0));
        Assert.All(results, r => AiRun.AssertGuessed(r, "down"));
        // one for each of the first layouts; then the circuit is open
        Assert.InRange(server.Calls.Count, 1, 4);
        Assert.Single(_run.Messages, m => m.StartsWith("Warning: 127.0.0.1", StringComparison.Ordinal));
    }
}
