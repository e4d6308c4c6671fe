using System.Diagnostics;
using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>Files of very many parts: the work does not grow with the square of their size, and ends when canceled.</summary>
public sealed class LargeFileTests
{
    private const int Many = 32_000;

    // on a machine that is busy with something else, a read takes any time; one that grows with the square always takes long
    private const int Tries = 5;

    public static TheoryData<string> Kinds => ["pages", "scans", "blocks", "tables", "ragged", "foreign lines", "one line"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Eight_times_the_parts_do_not_take_eight_times_eight_as_long(string kind)
    {
        Read(kind, Many / 32);
        var (one, eight) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < Tries && !IsNoSquare(); i++)
        {
            one = Min(one, Read(kind, Many / 8));
            eight = Min(eight, Read(kind, Many));
        }

        Assert.True(IsNoSquare(), $"{one.TotalMilliseconds} ms, then {eight.TotalMilliseconds} ms");

        // a long text is surveyed twice, which is no square; that would be 64 times as long
        bool IsNoSquare() => eight.TotalMilliseconds < (32 * one.TotalMilliseconds) + 150;

        static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reading_ends_soon_after_it_is_canceled(string kind)
    {
        var source = Made(kind, Many * 2);
        var whole = Stopwatch.GetTimestamp();
        ReadUntil(CancellationToken.None);
        // a slow machine takes longer for both
        var most = TimeSpan.FromSeconds(0.5) + (Stopwatch.GetElapsedTime(whole) / 2);
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < Tries && least > most; i++)
        {
            using var cancel = new CancellationTokenSource();
            var asked = 0L;
            using var registration = cancel.Token.Register(() => asked = Stopwatch.GetTimestamp());
            cancel.CancelAfter(TimeSpan.FromMilliseconds(20));
            ReadUntil(cancel.Token);
            least = asked == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(asked);
        }

        Assert.InRange(least, TimeSpan.Zero, most);

        void ReadUntil(CancellationToken cancellationToken)
        {
            try
            {
                SpectrumReader.Default.Read(source, ReadOptions.Default, cancellationToken);
            }
            catch (Exception e) when (e is OperationCanceledException or SpectralException)
            {
                // either it was canceled, or it is refused
            }
        }
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData(' ')]
    [InlineData('\t')]
    public void A_line_of_more_cells_than_a_table_has_columns_is_refused_with_its_number(char separator)
    {
        var text = "a line above\n" + string.Join(separator, Enumerable.Range(0, 250_000).Select(i => i * 7 % 10)) + "\n";
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refused = Assert.Throws<SpectralException>(() => Read(text));

        Assert.Equal(SpectralErrorIds.LineTooLong, refused.Error.Id);
        Assert.Equal(2, refused.Error.Line);
        // a table of as many columns took more than 500 bytes a cell
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 250L * 250_000);
    }

    [Fact]
    public void A_spectrum_in_two_lines_of_more_cells_than_a_table_has_columns_is_read()
    {
        var x = string.Join(',', Enumerable.Range(400, 120_000));
        var y = string.Join(',', Enumerable.Range(0, 120_000).Select(i => i % 97));

        var spectrum = Assert.Single(Read($"{x}\n{y}\n").Spectra);

        Assert.Equal(120_000, spectrum.Count);
        Assert.Equal((400, 120_399), (spectrum.XMin, spectrum.XMax));
    }

    private static TimeSpan Read(string kind, int count)
    {
        var source = Made(kind, count);
        var started = Stopwatch.GetTimestamp();
        try
        {
            SpectrumReader.Default.Read(source, ReadOptions.Default, CancellationToken.None);
        }
        catch (SpectralException)
        {
            // a file may be refused, but not slowly
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made/up.csv", Encoding.UTF8.GetBytes(text)), ReadOptions.Default, CancellationToken.None);

    private static SpectralSource Made(string kind, int count)
    {
        var random = new Random(7);
        var text = new StringBuilder();
        switch (kind)
        {
            case "pages":
                text.Append("##TITLE=t\n##JCAMP-DX=5.00\n##DATA TYPE=INFRARED SPECTRUM\n##NTUPLES=INFRARED SPECTRUM\n")
                    .Append("##VAR_NAME=WAVENUMBER,ABSORBANCE,TIME\n##SYMBOL=X,Y,T\n")
                    .Append("##VAR_TYPE=INDEPENDENT,DEPENDENT,INDEPENDENT\n")
                    .Append("##VAR_FORM=AFFN,AFFN,AFFN\n##VAR_DIM=3,3,1\n##UNITS=1/CM,ABSORBANCE,SECONDS\n##FACTOR=1,1,1\n")
                    .Append("##FIRST=400,1,0\n##LAST=402,3,1\n");
                Repeat("##PAGE=T={0}\n##DATA TABLE=(X++(Y..Y)),XYDATA\n400 1 2 3\n");
                text.Append("##END NTUPLES=\n##END=\n");
                return Source(".jdx");
            case "scans":
                text.Append("<xrdMeasurements xmlns=\"x\"><xrdMeasurement>");
                Repeat("<scan><dataPoints><positions axis=\"2Theta\" unit=\"deg\"><startPosition>10</startPosition>"
                    + "<endPosition>10.2</endPosition></positions>"
                    + "<intensities unit=\"counts\">{0} 2 3</intensities></dataPoints></scan>");
                text.Append("</xrdMeasurement></xrdMeasurements>");
                return Source(".xrdml");
            case "blocks":
                text.Append("##TITLE=link\n##JCAMP-DX=4.24\n##DATA TYPE=LINK\n");
                Repeat("##TITLE=b{0}\n##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n"
                    + "##FIRSTX=400\n##LASTX=402\n##XFACTOR=1\n##YFACTOR=1\n##NPOINTS=3\n"
                    + "##XYDATA=(X++(Y..Y))\n400 1 2 3\n##END=\n");
                text.Append("##END=\n");
                return Source(".jdx");
            case "tables":
                Repeat("Spectrum {0}\nWavenumber,Absorbance\n400,1\n401,2\n402,3\n403,1\n\n");
                return Source(".csv");
            case "ragged":
                for (var i = 0; i < count; i++)
                {
                    text.Append(400 + i)
                        .AppendJoin("", Enumerable.Range(0, random.Next(1, 7)).Select(_ => $",{random.Next(100)}.5"))
                        .Append('\n');
                }

                return Source(".csv");
            case "foreign lines":
                Repeat("{0},1.5\nremark\n");
                return Source(".csv");
            default:
                Repeat("{0},");
                return Source(".csv");
        }

        void Repeat(string part)
        {
            for (var i = 0; i < count; i++)
                text.AppendFormat(CultureInfo.InvariantCulture, part, i);
        }

        SpectralSource Source(string extension) => new("/made/up" + extension, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
