using System.Text.Json;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Output;

/// <summary>What is exported of real files is read by programs of others: npm jcampconverter 12.5.3, pandas 1.5.3.</summary>
public sealed class ForeignReadersTests : IDisposable
{
    // evaluated where there is pandas: x and y of each file, as Python writes them, which is every digit
    private const string Pandas = """
        import json, sys, pandas
        for path in sys.stdin.read().split('\n'):
            if path:
                table = pandas.read_csv(path, float_precision='round_trip')
                numeric = all(kind in 'if' for kind in (table.dtypes.iloc[0].kind, table.dtypes.iloc[1].kind))
                columns = [[None if v != v else v for v in table.iloc[:, i].tolist()] for i in (0, 1)]
                print(json.dumps({'columns': len(table.columns), 'numeric': numeric, 'x': columns[0], 'y': columns[1]}))
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Jcampconverter_reads_all_spectra_of_even_steps()
    {
        Assert.SkipUnless(
            OtherProgram.TryRun("node", ["-e", "require.resolve('jcampconverter')"], "", out _),
            "node with the npm package jcampconverter is not there (npm install jcampconverter in this folder or one above).");
        var spectra = Export(SpectrumFileFormat.JcampDx);
        Assert.True(OtherProgram.TryRun(
            "node", [Path.Combine(AppContext.BaseDirectory, "TestData", "read-jcamp.mjs")], Paths(spectra), out var output));
        var bad = new List<string>();
        var stepped = 0;
        foreach (var ((path, spectrum), line) in spectra.Zip(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            // it does not read ##XYPOINTS, the standard's form for uneven x
            var isStepped = File.ReadLines(path).Any(l => l.StartsWith("##XYDATA=", StringComparison.Ordinal));
            var read = JsonDocument.Parse(line).RootElement;
            if (!isStepped)
                continue;
            stepped++;
            double[] x = spectrum.SourceX, y = spectrum.SourceY;
            var step = Math.Abs(x[^1] - x[0]) / (x.Length - 1);
            var height = y.Max(Math.Abs);

            // it adds the steps up, and the digits of a number one by one
            if (!IsClose(read, "x", x, _ => (0.0101 * step) + (1e-9 * Math.Abs(x[^1] - x[0])))
                || !IsClose(read, "y", y, v => (1e-12 * Math.Abs(v)) + (1e-300 * height)))
                bad.Add(spectrum.Path);
        }

        Assert.Empty(bad);
        Assert.Equal(CountEven(spectra), stepped);
        Assert.True(stepped > 200, $"Only {stepped} spectra are written with steps.");
    }

    [Fact]
    public void A_plain_read_csv_of_pandas_reads_all_spectra()
    {
        var python = OtherProgram.Python("import pandas");
        Assert.SkipWhen(python is null, "A Python with pandas is not there.");
        var spectra = Export(SpectrumFileFormat.Csv);
        Assert.True(OtherProgram.TryRun(python, ["-c", Pandas], Paths(spectra), out var output));
        var bad = new List<string>();
        foreach (var ((_, spectrum), line) in spectra.Zip(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries), (a, b) => (a, b)))
        {
            var read = JsonDocument.Parse(line).RootElement;
            if (read.GetProperty("columns").GetInt32() != 2 || !read.GetProperty("numeric").GetBoolean()
                || !IsClose(read, "x", spectrum.SourceX, _ => 0) || !IsClose(read, "y", spectrum.SourceY, _ => 0))
                bad.Add(spectrum.Path);
        }

        Assert.Empty(bad);
        Assert.Equal(spectra.Count, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private List<(string Path, Spectrum Spectrum)> Export(SpectrumFileFormat format)
    {
        var exported = new List<(string, Spectrum)>();
        using var export = new SpectralEngine().StartExport(new ExportOptions { OutputDirectory = _folder.Path });
        foreach (var path in Corpus.Measurements().Where(p => new FileInfo(p).Length < 120_000))
        {
            try
            {
                var spectrum = SpectrumReader.Default.Read(path, ReadOptions.Default, TestContext.Current.CancellationToken)
                    .Spectra[0];
                var name = Assert.Single(
                    export.Name("exported.x", null, "", [format == SpectrumFileFormat.Csv ? ".csv" : ".jdx"]));
                exported.Add((export.SaveSpectrum(name, spectrum, format, TestContext.Current.CancellationToken)!, spectrum));
            }
            catch (SpectralException)
            {
                // what cannot be read cannot be exported
            }
        }

        Assert.True(exported.Count > 300, $"Only {exported.Count} files were read.");
        return exported;
    }

    // even to a hundredth of a step, without missing values
    private static int CountEven(List<(string Path, Spectrum Spectrum)> spectra) => spectra.Count(s =>
    {
        double[] x = s.Spectrum.SourceX, y = s.Spectrum.SourceY;
        var step = (x[^1] - x[0]) / (x.Length - 1);
        return x.Length > 2 && step != 0 && y.All(double.IsFinite)
            && x.Select((v, i) => Math.Abs(v - (x[0] + (i * step)))).Max() <= 0.01 * Math.Abs(step);
    });

    private static bool IsClose(JsonElement read, string name, double[] expected, Func<double, double> tolerance)
    {
        var values = read.GetProperty(name);
        if (values.GetArrayLength() != expected.Length)
            return false;
        var i = 0;
        foreach (var value in values.EnumerateArray())
        {
            var wanted = expected[i++];
            if (value.ValueKind == JsonValueKind.Null ? !double.IsNaN(wanted)
                : !(Math.Abs(value.GetDouble() - wanted) <= tolerance(wanted)))
                return false;
        }

        return true;
    }

    private static string Paths(List<(string Path, Spectrum Spectrum)> spectra) => string.Join('\n', spectra.Select(s => s.Path));
}
