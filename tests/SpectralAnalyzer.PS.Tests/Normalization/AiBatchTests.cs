using System.Text.Json.Nodes;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.PowerShell.Tests.Normalization;

/// <summary>An AI behind the cmdlets: asked with consent alone, once a layout, also over processes.</summary>
[Collection(OddFolder.OneAtATime)]
public sealed class AiBatchTests : IDisposable
{
    private const string KeyVariable = "OPENAI_API_KEY";

    private readonly OddFolder _folder = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_AI_is_asked_about_a_layout_once_and_its_recipe_is_applied_from_then_on()
    {
        using var server = OddFolder.Truthful();
        _folder.Odd();
        _folder.Odd();
        var more = "-Ai (New-SpectralAiOption $ai lab-model -Credential $key) -ThrottleLimit 2";
        (string, object?)[] variables = [("ai", server.Endpoint), ("key", OddFolder.Secure("sk-once"))];
        var first = _shell.Run(Batch(more), variables).WithoutErrors();
        // the samples end within the range of the baseline, which is reported; the layout needs no warning
        Assert.All(first.Warnings, w => Assert.Contains("of the baseline's range", w, StringComparison.Ordinal));
        var results = first.As<SpectralResult>();
        Assert.Equal(["Ai", "Recipe"], results.Select(r => r.NormalizedBy.ToString()).Order(StringComparer.Ordinal));
        Assert.All(results, r => Assert.InRange(r.Comparison!.OverlapMin, 1.0999, 1.1001));
        var call = Assert.Single(server.Calls);
        Assert.Equal(("/v1/chat/completions", "Bearer sk-once", "lab-model"),
            (call.Path, call.Authorization, call.Json["model"]!.GetValue<string>()));
        var decision = Assert.Single(results, r => r.NormalizedBy == NormalizedBy.Ai).Decision!;
        Assert.Equal((1, 321L), (decision.Requests, decision.Tokens));
        Assert.True(decision.ConfidenceAfter > decision.ConfidenceBefore);

        _folder.Odd();
        var second = _shell.Run(Batch(more), variables).WithoutErrors().As<SpectralResult>();
        Assert.Equal(3, second.Count);
        Assert.All(second, r => Assert.Equal(NormalizedBy.Recipe, r.NormalizedBy));
        Assert.Single(server.Calls);
    }

    [Fact]
    public void A_PSCredential_has_the_key_as_its_password_and_plain_text_is_refused()
    {
        using var server = OddFolder.Truthful();
        _folder.Odd();
        var refused = _shell.Run(Batch("-Ai (New-SpectralAiOption $ai -Credential 'sk-plain-text')"), ("ai", server.Endpoint));
        Assert.Empty(refused.Output);
        Assert.DoesNotContain("sk-plain-text", Assert.Single(refused.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Calls);
        _shell.Run(
            Batch("-Ai (New-SpectralAiOption $ai -Credential ([pscredential]::new('key', $key)))"), ("ai", server.Endpoint),
            ("key", OddFolder.Secure("sk-password"))).WithoutErrors();
        Assert.Equal("Bearer sk-password", Assert.Single(server.Calls).Authorization);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-NormalizationMode Heuristic")]
    [InlineData("-NormalizationMode Off")]
    [InlineData("-Ai (New-SpectralAiOption $ai -Credential $key -MaxRequests 0)")]
    public void Without_consent_no_request_is_made(string more)
    {
        using var server = OddFolder.Truthful();
        using var environment = new KeyInEnvironment("sk-of-the-environment");
        _folder.Odd();
        var outcome = _shell.Run(Batch(more), ("ai", server.Endpoint), ("key", OddFolder.Secure("sk-unused")));
        Assert.Null(outcome.Terminating);
        var result = outcome.Single<SpectralResult>();
        Assert.Equal(
            more.Contains("Off", StringComparison.Ordinal) ? SpectralResultStatus.Failed : SpectralResultStatus.Succeeded,
                result.Status);
        Assert.NotEqual(NormalizedBy.Ai, result.NormalizedBy);
        Assert.Empty(server.Calls);
        Assert.Empty(_folder.Recipes);
    }

    [Fact]
    public void The_key_of_the_environment_is_used_where_an_address_is_stated()
    {
        using var server = OddFolder.Truthful();
        using var environment = new KeyInEnvironment("sk-of-the-environment");
        _folder.Odd();
        _shell.Run(Batch("-Ai $ai"), ("ai", server.Endpoint)).WithoutErrors();
        Assert.Equal("Bearer sk-of-the-environment", Assert.Single(server.Calls).Authorization);
    }

    [Fact]
    public void ShowAiRequest_shows_to_the_letter_what_is_sent_and_sends_nothing()
    {
        using var server = OddFolder.Truthful();
        var file = _folder.Odd(2);
        (string, object?)[] variables = [("file", file), ("ai", server.Endpoint), ("key", OddFolder.Secure("sk-shown-nowhere"))];
        const string Ask = "-Ai (New-SpectralAiOption $ai lab-model -Credential $key)";
        var shown = _shell.Run("Test-SpectralFile $file -ShowAiRequest " + Ask, variables).WithoutErrors().Single<AiRequest>();
        Assert.Empty(server.Calls);
        Assert.True(shown.WouldBeSent);
        Assert.True(shown.Confidence < 0.8);
        Assert.StartsWith(server.Endpoint.ToString(), shown.Address!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sk-shown", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetFileNameWithoutExtension(file), shown.Body, StringComparison.Ordinal);

        _shell.Run(Batch(Ask), variables).WithoutErrors();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(shown.Body), Assert.Single(server.Calls).Json));

        // its layout is known now; and without an address there is nobody to ask
        Assert.False(_shell.Run("Test-SpectralFile $file -ShowAiRequest " + Ask, variables).WithoutErrors().Single<AiRequest>()
            .WouldBeSent);
        var nobody = _shell.Run("Test-SpectralFile $file -ShowAiRequest", ("file", _folder.Odd(1))).WithoutErrors()
            .Single<AiRequest>();
        Assert.Equal((false, null), (nobody.WouldBeSent, nobody.Address));
        var unmasked = _shell.Run(
            "Test-SpectralFile $file -ShowAiRequest -Ai (New-SpectralAiOption $ai lab-model -SendMetadata)", variables)
            .WithoutErrors().Single<AiRequest>();
        Assert.Contains("Okafor", unmasked.Body, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Two_processes_over_one_folder_ask_once_a_layout_between_them()
    {
        const int Files = 20;
        for (var i = 0; i < Files; i++)
            _folder.Odd(i % OddFiles.LayoutCount);
        using var both = new CountdownEvent(2);
        using var server = new ChatServer(async (call, context) =>
        {
            // nobody is answered before both processes are at the folder
            await Task.Run(() => both.Wait(TimeSpan.FromMinutes(2)));
            await ChatServer.ReplyAsync(context, OddFiles.Truth(OddFiles.LayoutOf(call)));
        });
        var runs = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var shell = ShellProcess.Start(
                "-Command", $"'begun'; {Batch($"-Ai {server.Endpoint} -ThrottleLimit 2")} | ForEach-Object {{ "
                + $"\"$($_.SeriesIndex) $($_.Status) $($_.NormalizedBy) $($_.Comparison.OverlapMin -lt 2)\" }}");
            Assert.Equal("begun", shell.ReadLine());
            both.Signal();
            return shell.Finish();
        })).ToArray();
        var lines = (await Task.WhenAll(runs)).Select(run =>
        {
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('0')).ToList();
        }).ToList();
        Assert.All(lines, l => Assert.Equal(Files, l.Count));
        Assert.All(lines.SelectMany(l => l), l => Assert.Matches("^0 Succeeded (Ai|Recipe) True$", l));
        Assert.Equal(OddFiles.LayoutCount, server.Calls.Count);
        Assert.Equal(OddFiles.LayoutCount, server.Calls.Select(OddFiles.LayoutOf).Distinct().Count());
        Assert.Equal(OddFiles.LayoutCount, lines.SelectMany(l => l).Count(l => l.Contains("Ai", StringComparison.Ordinal)));
        Assert.Equal(OddFiles.LayoutCount, _folder.Recipes.Length);
    }

    private string Batch(string more) =>
        $"Invoke-SpectralBatch -Path '{_folder.In}' -Baseline '{_folder.Baseline}' -NoGraph {more}";

    private sealed class KeyInEnvironment : IDisposable
    {
        private readonly string? _before = Environment.GetEnvironmentVariable(KeyVariable);

        internal KeyInEnvironment(string key) => Environment.SetEnvironmentVariable(KeyVariable, key);

        public void Dispose() => Environment.SetEnvironmentVariable(KeyVariable, _before);
    }
}
