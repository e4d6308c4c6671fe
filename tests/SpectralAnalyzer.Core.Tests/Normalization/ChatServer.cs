using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SpectralAnalyzer.Tests;

/// <summary>A request as the server got it.</summary>
internal sealed record ChatCall(string Path, string? Authorization, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The question: the content of the first message of the user.</summary>
    public JsonNode Question => JsonNode.Parse(Json["messages"]![1]!["content"]!.GetValue<string>())!;

    /// <summary>The number of messages: two where it asks, four where it asks again.</summary>
    public int MessageCount => Json["messages"]!.AsArray().Count;

    /// <summary>The lines of the excerpt.</summary>
    public IEnumerable<string> Lines => Question["excerpt"]!.AsArray().Select(l => l!["text"]!.GetValue<string>());
}

/// <summary>
/// A real HTTP server on the loopback interface that speaks the protocol of chat completions as a test scripts it.
/// </summary>
internal sealed class ChatServer : IDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ChatCall> _calls = new();
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2? _certificate;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">What each request is answered.</param>
    /// <param name="tls">True: behind a certificate that nobody trusts.</param>
    public ChatServer(Func<ChatCall, HttpContext, Task> answer, bool tls = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (tls)
            _certificate = SelfSigned();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (_certificate is not null)
                listen.UseHttps(_certificate);
        }));
        if (tls)
            builder.WebHost.UseKestrelHttpsConfiguration();
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var call = new ChatCall(context.Request.Path, context.Request.Headers.Authorization, await reader.ReadToEndAsync());
            _calls.Enqueue(call);
            await answer(call, context);
        });
        _app.StartAsync().GetAwaiter().GetResult();
        Endpoint = new Uri(_app.Urls.Single().TrimEnd('/') + "/v1");
    }

    /// <summary>A server that answers a layout to each question.</summary>
    public ChatServer(Func<ChatCall, string> content)
        : this((call, context) => ReplyAsync(context, content(call)))
    {
    }

    public Uri Endpoint { get; }

    /// <summary>Set when the server ends: what hangs hangs no longer.</summary>
    public CancellationToken Ending => _end.Token;

    public IReadOnlyList<ChatCall> Calls => [.. _calls];

    /// <summary>Answers a chat completion.</summary>
    public static Task ReplyAsync(
        HttpContext context, string content, string finish = "stop", int tokens = 321, double? cost = null)
    {
        var usage = new JsonObject { ["prompt_tokens"] = tokens - 21, ["completion_tokens"] = 21, ["total_tokens"] = tokens };
        if (cost is not null)
            usage["cost"] = cost;
        return WriteAsync(context, new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1700000000,
            ["model"] = "scripted-1",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
                ["finish_reason"] = finish,
            }),
            ["usage"] = usage,
        }.ToJsonString());
    }

    /// <summary>Answers a body as it stands.</summary>
    public static async Task WriteAsync(HttpContext context, string body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Never answers.</summary>
    public async Task HangAsync(HttpContext context)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Ending);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    /// <summary>A layout as the schema has it.</summary>
    public static string Layout(
        string delimiter, string mark, int? header, int first, int x, int[] y, string unit = "unknown",
            string ordinate = "unknown", double confidence = 0.97) =>
        JsonSerializer.Serialize(new
        {
            delimiter,
            decimal_mark = mark,
            header_line = header,
            first_data_line = first,
            x_column = x,
            y_columns = y,
            x_unit = unit,
            ordinate,
            confidence,
            reason = "It is plain.",
        });

    public void Dispose()
    {
        _end.Cancel();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _certificate?.Dispose();
        _end.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
