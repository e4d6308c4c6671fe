using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>An answer of the model is applied where it holds; one that does not is asked about once more.</summary>
public sealed class ServerAnswerTests : IDisposable
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
        AiRun.AssertByAi(result);
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
        AiRun.AssertByAi(repaired);
        Assert.Equal(2, repaired.Decision!.Requests);
        var again = right.Calls[1];
        Assert.Equal(4, again.MessageCount);
        Assert.Contains(reason, again.Json["messages"]![3]!["content"]!.GetValue<string>(), StringComparison.Ordinal);

        // and where it is wrong again, the best guess is taken, and nothing is remembered
        Directory.Delete(_run.Store, recursive: true);
        using var stubborn = new ChatServer(_ => wrong);
        var guessed = Assert.Single(_run.Run(_run.Asking(stubborn.Endpoint), _run.Odd()));
        AiRun.AssertGuessed(guessed, what);
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
        AiRun.AssertByAi(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())));
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
        AiRun.AssertGuessed(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())), body);
        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("<think>A tab, it seems {{}}.</think>\n{0}")]
    public void What_models_put_around_their_answer_does_not_matter(string around)
    {
        using var server = new ChatServer(_ => around.Replace("{0}", OddFiles.Truth(0), StringComparison.Ordinal));
        AiRun.AssertByAi(Assert.Single(_run.Run(_run.Asking(server.Endpoint), _run.Odd())));
        Assert.Single(server.Calls);
    }
}
