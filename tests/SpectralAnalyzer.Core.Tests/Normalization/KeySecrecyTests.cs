using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>The key of the service is in nothing that is shown or stored, however a server sends it back.</summary>
public sealed class KeySecrecyTests : IDisposable
{
    private readonly AiRun _run = new();

    public void Dispose() => _run.Dispose();

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
}
