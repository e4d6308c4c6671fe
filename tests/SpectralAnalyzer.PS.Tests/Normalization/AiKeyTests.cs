using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.PowerShell.Tests.Normalization;

/// <summary>
/// The key of a service goes to the service and nowhere else: everything that a run says and leaves behind is searched for it.
/// </summary>
[Collection(OddFolder.OneAtATime)]
public sealed class AiKeyTests : IDisposable
{
    private const string Key = "sk-q7Zx-never-to-be-seen-4W8vN2";
    private const string Password = "pw-9rTq-never-either-3KxL";

    private readonly OddFolder _folder = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        Runspace.DefaultRunspace = null;
        _shell.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("right")]
    [InlineData("unauthorised")]
    [InlineData("broken")]
    [InlineData("prose")]
    [InlineData("parrot")]
    public void It_is_in_nothing_that_a_run_says_or_leaves_behind(string behavior)
    {
        using var server = new ChatServer((call, context) => Answer(behavior, call, context));
        var unreadable = _folder.Write("in/unreadable.txt", "no numbers in here\n");
        _folder.Odd();
        _folder.Odd(2);
        var outcome = _shell.Run(
            """
            $ErrorActionPreference = 'Continue'
            $InformationPreference = 'Continue'
            Invoke-SpectralBatch -Path $in -Baseline $baseline -OutputDirectory $out -LogPath $log `
                -SaveNormalizedCsv -Format Svg `
                -Ai (New-SpectralAiOption $ai m -Credential ([pscredential]::new('key', $key)) -MaxRetries 1) -Verbose -Debug
            Test-SpectralFile -Path $in/odd-0-0.txt -ShowAiRequest -Ai (New-SpectralAiOption $ai -Credential $key) -Verbose -Debug
            Import-SpectralFile -Path $in/unreadable.txt -Ai (New-SpectralAiOption $ai -Credential $key) -Verbose -Debug
            Invoke-SpectralBatch -Path $in -Baseline $in/unreadable.txt -OutputDirectory $out `
                -Ai (New-SpectralAiOption $ai -Credential $key) -Verbose -Debug
            """,
            ("in", _folder.In), ("baseline", _folder.Baseline), ("out", _folder["out"]), ("log", _folder["log/run.log"]),
            ("ai", WithPassword(server.Endpoint)), ("key", OddFolder.Secure(Key)));

        // properties that are scripts run in it
        Runspace.DefaultRunspace = _shell.Runspace;

        // the run did what it should leave traces of
        Assert.NotEmpty(server.Calls);
        Assert.All(server.Calls, call => Assert.Equal("Bearer " + Key, call.Authorization));
        Assert.All(server.Calls, call => Assert.DoesNotContain(Key, call.Body, StringComparison.Ordinal));
        Assert.NotEmpty(outcome.Output);
        Assert.NotEmpty(outcome.Errors);
        Assert.NotEmpty(outcome.Verbose);
        Assert.True(File.Exists(_folder["log/run.log"]));
        Assert.True(File.Exists(_folder["out/spectral-run.jsonl"]));

        foreach (var (where, text) in Said(outcome).Concat(Left()).Append(("file name",
            string.Join('\n', Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories)))))
            Assert.False(Holds(text), $"The key is in: {where}");
        Assert.True(File.Exists(unreadable));
    }

    [Theory]
    [InlineData("http", "llm.example")]
    [InlineData("ftp", "llm.example")]
    [InlineData("http", "127.0.0.1:1")]
    public void A_password_in_an_address_that_cannot_be_used_is_said_nowhere(string scheme, string host)
    {
        _folder.Odd();
        var outcome = _shell.Run(
            """
            $ErrorActionPreference = 'Continue'
            Invoke-SpectralBatch -Path $in -Baseline $baseline -OutputDirectory $out -LogPath $log `
                -Ai (New-SpectralAiOption $ai -Credential $key -MaxRetries 0) -Verbose -Debug
            Import-SpectralFile -Path $in -Ai (New-SpectralAiOption $ai -Credential $key -MaxRetries 0) -Verbose -Debug
            Test-SpectralFile -Path $in -ShowAiRequest -Ai (New-SpectralAiOption $ai -Credential $key) -Verbose -Debug
            """,
            ("in", _folder.In), ("baseline", _folder.Baseline), ("out", _folder["out"]), ("log", _folder["log/run.log"]),
            ("ai", WithPassword(new Uri($"{scheme}://{host}/v1"))), ("key", OddFolder.Secure(Key)));
        Runspace.DefaultRunspace = _shell.Runspace;
        Assert.True(outcome.Errors.Count >= 2);
        foreach (var (where, text) in Said(outcome).Concat(Left()))
            Assert.False(Holds(text), $"The password is in: {where}");
    }

    [Fact]
    public void It_is_in_nothing_that_a_process_says_which_has_it_in_its_environment()
    {
        using var server = new ChatServer((_, context) =>
            ChatServer.WriteAsync(context, $"{{\"error\":{{\"message\":\"Incorrect API key provided: {Key}\"}}}}", 401));
        _folder.Odd();
        var before = Environment.GetEnvironmentVariable("OPENAI_API_KEY");
        Environment.SetEnvironmentVariable("OPENAI_API_KEY", Key);
        try
        {
            var (_, output, error) = ShellProcess.Run(
                "-Command", $"Invoke-SpectralBatch -Path '{_folder.In}' -Baseline '{_folder.Baseline}' -NoGraph "
                + $"-Ai {server.Endpoint} -Verbose -Debug; $Error | ForEach-Object {{ $_.Exception.ToString() }}");
            Assert.Equal("Bearer " + Key, Assert.Single(server.Calls).Authorization);
            Assert.Contains("AiUnauthorized", output + error, StringComparison.Ordinal);
            Assert.False(Holds(output + error));
        }
        finally
        {
            Environment.SetEnvironmentVariable("OPENAI_API_KEY", before);
        }
    }

    private static Task Answer(string behavior, ChatCall call, HttpContext context) => behavior switch
    {
        // services and proxies quote what they were sent
        "unauthorised" => ChatServer.WriteAsync(
            context, $"{{\"error\":{{\"message\":\"Incorrect API key provided: {Key}. Header: {call.Authorization}\"}}}}", 401),
        "broken" => ChatServer.WriteAsync(context, $"<html>{call.Authorization}</html>", 500),
        "prose" => ChatServer.ReplyAsync(context, $"I was given {call.Authorization} and see tabs."),
        "parrot" => ChatServer.ReplyAsync(context, OddFiles.Truth(OddFiles.LayoutOf(call))
            .Replace("It is plain.", $"Given {call.Authorization}", StringComparison.Ordinal)),
        _ => ChatServer.ReplyAsync(context, OddFiles.Truth(OddFiles.LayoutOf(call))),
    };

    private static IEnumerable<(string Where, string Text)> Said(RunOutcome outcome)
    {
        foreach (var item in outcome.Output)
        {
            yield return ("output", item + "\n" + PSSerializer.Serialize(item, 3));
            foreach (var property in item.Properties)
                yield return ("output, " + property.Name, property.Value?.ToString() ?? "");
        }

        foreach (var record in outcome.Errors.Append(outcome.Terminating).OfType<ErrorRecord>())
        {
            yield return ("error", string.Join('\n', record, record.Exception, record.ErrorDetails, record.TargetObject,
                record.ScriptStackTrace, record.InvocationInfo?.Line));
            for (var inner = record.Exception; inner is not null; inner = inner.InnerException)
                yield return (
                    "error, data", string.Join('\n', inner.Message, string.Join('\n', inner.Data.Values.Cast<object?>())));
        }

        yield return ("warning", string.Join('\n', outcome.Warnings));
        yield return ("verbose", string.Join('\n', outcome.Verbose));
        yield return ("debug", string.Join('\n', outcome.Debug));
        yield return ("information", string.Join('\n', outcome.Information));
        yield return ("progress", string.Join('\n', outcome.Progress));
    }

    private static Uri WithPassword(Uri address) => new UriBuilder(address) { UserName = "user", Password = Password }.Uri;

    private IEnumerable<(string Where, string Text)> Left() =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .Select(file => (file, Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    // as it stands, in UTF-16, and as Base64
    private static bool Holds(string text) =>
        text.Contains(Key, StringComparison.OrdinalIgnoreCase)
        || text.Contains(Password, StringComparison.OrdinalIgnoreCase)
        || text.Contains(Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(Key)), StringComparison.Ordinal)
        || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)), StringComparison.Ordinal);
}
