using System.Collections;
using System.Security.Cryptography;
using System.Text;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Methods.Forms;
using SpectralAnalyzer.Core.Methods.Keys;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods;

/// <summary>Reads, checks, makes and writes methods.</summary>
/// <param name="processing">The steps that there are.</param>
internal sealed class SpectralMethods(ISpectralProcessing processing) : ISpectralMethods
{
    private const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Templates => MethodTemplates.All;

    /// <inheritdoc/>
    public string Schema => MethodSchema.Write(MethodKeys.Create(processing, ""));

    /// <inheritdoc/>
    public IReadOnlyList<MethodKeyInfo> Keys =>
    [
        .. Describe("", MethodKeys.Create(processing, "").Keys),
        .. Describe("read", ReadKeys.Group.Keys),
        .. Describe("compare", CompareKeys.Group.Keys),
        .. Describe("bands.<name>", BandKeys.Group.Keys),
        .. Describe("limits.<name>", LimitForm.Group.Keys),
        .. Describe("graph", GraphKeys.Create("").Keys),
        .. Describe("graph.style", StyleKeys.Create("", GraphStyle.Default).Keys),
    ];

    /// <inheritdoc/>
    public string GetTemplate(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return MethodTemplates.Read(name);
    }

    /// <inheritdoc/>
    public SpectralMethod Read(string path)
    {
        var report = Check(path);
        return report.Method ?? throw Refused(report.Issues);
    }

    /// <inheritdoc/>
    public MethodReport Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bytes = ReadBytes(path);
        var issues = new MethodIssues();
        var method = Decode(bytes, issues) is { } text
            ? Bind(MethodYaml.Read(text, issues), Path.GetDirectoryName(path) ?? "", issues)
            : null;
        return new MethodReport
        {
            Path = path,
            Issues = issues.InOrder(),
            Method = method is null
                ? null
                : method with { Path = path, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) },
        };
    }

    /// <inheritdoc/>
    public SpectralMethod Create(IDictionary table, string folder)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(folder);
        var issues = new MethodIssues();
        return Bind(MethodTable.From(table), folder, issues) ?? throw Refused(issues.InOrder());
    }

    /// <summary>Reads a method from text, as <see cref="Write"/> writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folder">The folder that relative paths start from.</param>
    /// <exception cref="SpectralException">It has faults.</exception>
    internal SpectralMethod Parse(string text, string folder)
    {
        var issues = new MethodIssues();
        return Bind(MethodYaml.Read(text, issues), folder, issues) ?? throw Refused(issues.InOrder());
    }

    /// <inheritdoc/>
    public GraphStyle CreateStyle(object value, string folder)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(folder);
        var issues = new MethodIssues();
        if (new StyleForm(folder).TryRead(MethodTable.From(value), issues, out var style) && issues.Count == 0)
            return style;
        throw new SpectralException(
            SpectralErrorIds.InvalidStyle, SpectralErrorCategory.InvalidArgument,
            string.Join(" ", issues.InOrder().Select(i => i.Message)),
            $"State {string.Join(", ", GraphStyle.All)}, the path of a style file, or a table of its keys.");
    }

    /// <inheritdoc/>
    public string Write(SpectralMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var folder = method.Path.Length == 0 ? "" : Path.GetDirectoryName(method.Path) ?? "";
        return MethodSchema.Comment + MethodYaml.Write((MapNode)MethodKeys.Create(processing, folder).Write(method));
    }

    /// <inheritdoc/>
    public IReadOnlyList<MethodStepEffect> Trace(
        SpectralMethod method, Spectrum sample, Spectrum? reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(sample);
        return MethodTrace.Run(processing, method, sample, reference, cancellationToken);
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MaxBytes)
                {
                    throw new SpectralException(
                        SpectralErrorIds.FileTooLarge, SpectralErrorCategory.InvalidData,
                        $"The method file '{path}' has more than {MaxBytes / 1024} KB.",
                        "State the path of a method file.");
                }
            }

            return bytes.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Loading), e);
        }
    }

    private static string? Decode(byte[] bytes, MethodIssues issues)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), s_utf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            issues.Add(
                SpectralErrorIds.InvalidMethodSyntax, new RefusedNode(1, 1), "The file is not UTF-8 text. Save it as UTF-8.");
            return null;
        }
    }

    private SpectralMethod? Bind(MethodNode? root, string folder, MethodIssues issues)
    {
        if (root is null)
            return null;
        if (MethodKeys.Create(processing, folder).TryRead(root, issues, out var method))
            MethodReferences.Check((MapNode)root, method, issues);
        return issues.Count == 0 ? method : null;
    }

    private static SpectralException Refused(IReadOnlyList<MethodIssue> issues)
    {
        var first = issues[0];
        var isInFile = first.Line > 0;
        return new SpectralException(
            SpectralErrorIds.InvalidMethod, SpectralErrorCategory.InvalidData,
            isInFile
                ? $"Column {first.Column}: {first.Message}{AndMore(issues.Count - 1)}"
                : string.Join(" ", issues.Select(i => i.Message)),
            isInFile && issues.Count > 1 ? "Test-SpectralMethod shows all of them." : null,
            isInFile ? first.Line : null);
    }

    private static string AndMore(int count) => count switch
    {
        0 => "",
        1 => " There is one more fault.",
        _ => $" There are {count} more faults.",
    };

    private static IEnumerable<MethodKeyInfo> Describe<T>(string section, IReadOnlyList<MethodKey<T>> keys) =>
        keys.Select(key => new MethodKeyInfo(section, key.Name, key.Allowed, key.Summary));
}
