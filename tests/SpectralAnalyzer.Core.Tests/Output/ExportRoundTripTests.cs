using System.Text;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Output;

/// <summary>What is exported is read back to the same numbers.</summary>
public sealed class ExportRoundTripTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<SpectrumFileFormat, string, double[], double[]> Odd
    {
        get
        {
            var data = new TheoryData<SpectrumFileFormat, string, double[], double[]>();
            double[] even = [.. Enumerable.Range(0, 40).Select(i => 400.0 + (2 * i))];
            foreach (var format in Enum.GetValues<SpectrumFileFormat>())
            {
                data.Add(format, "even", even, [.. even.Select(x => Math.Sin(x / 7) / 3)]);
                data.Add(format, "falling", [.. even.Reverse()], [.. even.Select(x => 1 / x)]);
                data.Add(format, "uneven", [.. even.Select(x => Math.Sqrt(x))], [.. even.Select(x => Math.Exp(-x / 100))]);
                data.Add(format, "thirds", [.. even.Select((_, i) => 400 + (i / 3.0))], [.. even.Select(x => x / 3)]);
                data.Add(format, "tiny and huge", even, [.. even.Select((_, i) => Math.Pow(10, (i - 20) * 3) / 7)]);
                data.Add(format, "small steps of y", even, [.. even.Select((_, i) => (i - 20) * 1.3e-9)]);
                data.Add(format, "missing", even, [.. even.Select((x, i) => i is 3 or 17 ? double.NaN : x)]);
                data.Add(format, "repeated", [.. even.Select(x => x - (x % 4))], [.. even.Select(x => Math.Cos(x))]);
                data.Add(format, "repeated now and then", [.. even.Select((x, i) => i % 9 == 8 ? x - 2 : x)],
                    [.. even.Select(x => x / 7)]);
                data.Add(format, "both ways", [.. even.Select((x, i) => i < 20 ? x + 100 : x - 100)],
                    [.. even.Select(x => x / 3)]);
                data.Add(format, "rounded", [.. even.Select((_, i) => Math.Round(400 + (i * 1.9285), 2))],
                    [.. even.Select(x => x / 3)]);
                data.Add(format, "single precision", [.. even.Select((_, i) => (double)(float)(400 + (i / 3.0)))], even);
                data.Add(format, "tiny", even, [.. even.Select(x => x * 1e-60)]);
                data.Add(format, "two points", [5, 6], [7, 8]);
                data.Add(format, "negative", [.. even.Select(x => -x)], [.. even.Select(x => -x * 1e6)]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Made_up_spectra_come_back_to_the_last_bit(SpectrumFileFormat format, string name, double[] x, double[] y)
    {
        var spectrum = Spectrum.FromSource([.. x], [.. y], new SpectrumDescription
        {
            Name = name,
            Axis = new SpectralAxis(AxisUnit.RamanShift),
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity),
            Metadata = new Dictionary<string,
                string>
            { ["Operator"] = "A. B.", ["laser=nm $$"] = "785\n##END=", ["##TITLE"] = "no" },
        });
        var read = RoundTrip(spectrum, format);
        Assert.Equal(spectrum.SourceX, read.SourceX);
        Assert.Equal(spectrum.SourceY, read.SourceY);
        Assert.Equal(
            (spectrum.SourceOrder, AxisUnit.RamanShift, OrdinateKind.Intensity),
                (read.SourceOrder, read.XUnit, read.Ordinate.Kind));
    }

    [Theory]
    [InlineData(OrdinateKind.Transmittance, 2.6)]
    [InlineData(OrdinateKind.Transmittance, 90)]
    [InlineData(OrdinateKind.Reflectance, 4)]
    [InlineData(OrdinateKind.PercentTransmittance, 0.01)]
    [InlineData(OrdinateKind.PercentReflectance, 0.5)]
    public void Whether_it_is_a_fraction_or_in_percent_comes_back_whatever_the_numbers_are(OrdinateKind kind, double largest)
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => 400.0 + (2 * i))];
        var spectrum = Spectrum.FromSource(
            x, Array.ConvertAll(x, v => largest * (0.6 + (0.4 * Math.Sin(v)))), new SpectrumDescription
            {
                Axis = new SpectralAxis(AxisUnit.Wavenumber),
                Ordinate = new SpectralOrdinate(kind),
            });
        foreach (var format in Enum.GetValues<SpectrumFileFormat>())
            Assert.Equal((kind, format), (RoundTrip(spectrum, format).Ordinate.Kind, format));
    }

    [Theory]
    [InlineData("Absorbance (mAU)", OrdinateKind.Absorbance)]
    [InlineData("First derivative of absorbance", OrdinateKind.Absorbance)]
    [InlineData("Intensity (counts/s)", OrdinateKind.Intensity)]
    public void A_label_that_states_another_scale_or_quantity_comes_back(string label, OrdinateKind kind)
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => 400.0 + (2 * i))];
        var spectrum = Spectrum.FromSource(x, Array.ConvertAll(x, v => 500 + (100 * Math.Sin(v))), new SpectrumDescription
        {
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
            Ordinate = new SpectralOrdinate(kind, label),
        });
        foreach (var format in Enum.GetValues<SpectrumFileFormat>())
            Assert.Equal((kind, label), (RoundTrip(spectrum, format).Ordinate.Kind, RoundTrip(spectrum, format).Ordinate.Label));
    }

    [Fact]
    public void JCAMP_DX_has_short_lines_and_labels_in_ASCII_and_long_values_come_back()
    {
        double[] x = [.. Enumerable.Range(0, 500).Select(i => 400 + (i / 3.0))];
        string words = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i * i}")), token = new('k', 200);
        var read = RoundTrip(
            Spectrum.FromSource(x, Array.ConvertAll(x, v => Math.Sin(v) / 3), new SpectrumDescription
            {
                Name = "sample " + words,
                Metadata = new Dictionary<string, string>
                {
                    ["Größe in µm"] = "5",
                    ["Words"] = words,
                    ["Token"] = token,
                    ["Both"] = $"a {token} {words} ##END= {token}",
                },
            }),
            SpectrumFileFormat.JcampDx);
        var lines = File.ReadAllLines(read.Path);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.All(lines.Where(line => line.StartsWith("##", StringComparison.Ordinal)),
            line => Assert.True(Ascii.IsValid(line), line));
        Assert.Equal("5", read.Metadata["$Grosse in um"]);
        Assert.Equal(words, read.Metadata["$Words"]);
        Assert.Equal(token, read.Metadata["$Token"]);
        Assert.Equal($"a {token} {words} # #END= {token}", read.Metadata["$Both"]);
        Assert.Equal("sample " + words, read.Metadata["TITLE"]);
    }

    [Fact]
    public void A_CSV_begins_with_the_column_names_and_has_comments_on_request()
    {
        var spectrum = Spectrum.FromSource([400, 401, 402], [1, 2, 3], new SpectrumDescription
        {
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
            Ordinate = new SpectralOrdinate(OrdinateKind.Absorbance),
            Metadata = new Dictionary<string, string> { ["Operator"] = "A. B." },
        });
        Assert.Equal(
            ["Wavenumber (cm-1),Absorbance", "400,1"], File.ReadLines(RoundTrip(spectrum, SpectrumFileFormat.Csv).Path).Take(2));
        var read = RoundTrip(spectrum, SpectrumFileFormat.Csv, includeMetadata: true);
        Assert.Equal("A. B.", read.Metadata["Operator"]);
        Assert.Equal(spectrum.X, read.X);
    }

    [Theory]
    [InlineData("run 5 $$ sample A", "run 5 $ $ sample A")]
    [InlineData("first line\r\n##END=\nlast", "first line ##END= last")]
    public void A_name_never_ends_or_hides_what_follows_it_in_JCAMP_DX(string name, string title)
    {
        double[] x = [1, 2, 3, 4, 5], y = [5, 3, 1, 2, 4];
        var read = RoundTrip(Spectrum.FromSource(x, y,
            new SpectrumDescription { Name = name, Axis = new SpectralAxis(AxisUnit.Nanometer) }), SpectrumFileFormat.JcampDx);
        Assert.Equal("##TITLE= " + title, File.ReadLines(read.Path).First());
        Assert.Equal(x, read.X);
        Assert.Equal(y, read.Y);
    }

    [Theory]
    [InlineData(AxisUnit.Wavenumber)]
    [InlineData(AxisUnit.RamanShift)]
    [InlineData(AxisUnit.Nanometer)]
    [InlineData(AxisUnit.Micrometer)]
    [InlineData(AxisUnit.ElectronVolt)]
    [InlineData(AxisUnit.DegreeTwoTheta)]
    public void Units_come_back(AxisUnit unit)
    {
        OrdinateKind[] kinds =
        [
            OrdinateKind.Absorbance, OrdinateKind.Transmittance, OrdinateKind.PercentTransmittance, OrdinateKind.Reflectance,
            OrdinateKind.PercentReflectance, OrdinateKind.Intensity, OrdinateKind.KubelkaMunk,
        ];
        foreach (var kind in kinds)
        {
            var full = kind is OrdinateKind.PercentReflectance or OrdinateKind.PercentTransmittance ? 100 : 1;
            double[] x = [.. Enumerable.Range(0, 60).Select(i => 5.0 + i)];
            var spectrum = Spectrum.FromSource(
                x,
                Array.ConvertAll(x, v => full * (0.5 + (0.4 * Math.Sin(v)))),
                new SpectrumDescription
                {
                    Name = "made up",
                    Axis = new SpectralAxis(unit),
                    Ordinate = new SpectralOrdinate(kind)
                });
            foreach (var format in Enum.GetValues<SpectrumFileFormat>())
            {
                var read = RoundTrip(spectrum, format);
                Assert.Equal((unit, kind, format), (read.XUnit, read.Ordinate.Kind, format));
            }
        }
    }

    [Theory]
    [InlineData("Binding Energy", EnergyKind.Binding)]
    [InlineData("K.E.", EnergyKind.Kinetic)]
    [InlineData("Energy loss (eV)", EnergyKind.Loss)]
    [InlineData("eV", EnergyKind.Photon)]
    public void Which_energy_it_is_comes_back(string label, EnergyKind kind)
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => 280.0 + i)];
        var spectrum = Spectrum.FromSource(x, Array.ConvertAll(x, v => 1000 + v), new SpectrumDescription
        {
            Name = "made up",
            Axis = new SpectralAxis(AxisUnit.ElectronVolt, label),
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity),
        });
        foreach (var format in Enum.GetValues<SpectrumFileFormat>())
        {
            var read = RoundTrip(spectrum, format);
            Assert.Equal((AxisUnit.ElectronVolt, kind, format), (read.XUnit, read.Axis.Energy, format));
        }
    }

    [Theory]
    [InlineData("Energy (keV)")]
    [InlineData("m/z")]
    [InlineData("q (1/nm)")]
    public void A_unit_that_is_not_known_comes_back_as_it_stands(string label)
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => 300.0 + i)];
        var spectrum = Spectrum.FromSource(
            x, x, new SpectrumDescription { Name = "made up", Axis = new SpectralAxis(AxisUnit.Other, label) });
        foreach (var format in Enum.GetValues<SpectrumFileFormat>())
            Assert.Equal((AxisUnit.Other, label), (RoundTrip(spectrum, format).XUnit, RoundTrip(spectrum, format).Axis.Label));
    }

    [Theory]
    [InlineData(AxisUnit.Wavenumber, OrdinateKind.Absorbance)]
    [InlineData(AxisUnit.Wavenumber, OrdinateKind.PercentTransmittance)]
    [InlineData(AxisUnit.RamanShift, OrdinateKind.Intensity)]
    [InlineData(AxisUnit.Nanometer, OrdinateKind.Intensity)]
    public void What_the_spectrometer_is_does_not_change_the_units(AxisUnit unit, OrdinateKind kind)
    {
        double[] x = [.. Enumerable.Range(0, 300).Select(i => 400.0 + (2 * i))];
        var spectrum = Spectrum.FromSource(x, Array.ConvertAll(x, v => 0.5 + (0.4 * Math.Sin(v))), new SpectrumDescription
        {
            Name = "made up",
            Axis = new SpectralAxis(unit),
            Ordinate = new SpectralOrdinate(kind),
            Metadata = new Dictionary<string, string>
            {
                ["Laser wavenumber"] = "15798.09",
                ["Raman laser wavenumber"] = "9394.7",
                ["Raman laser power"] = "500",
                ["Source"] = "MIR at T = 295 K",
                ["Comment"] = "film of 100 nm on Si, sample 12",
                ["Scanner velocity"] = "10 kHz",
            },
        });
        var read = RoundTrip(spectrum, SpectrumFileFormat.Csv, includeMetadata: true);
        Assert.Equal((unit, kind), (read.XUnit, read.Ordinate.Kind));
        Assert.Equal("15798.09", read.Metadata["Laser wavenumber"]);
    }

    [Fact]
    public void Metadata_of_a_jcamp_file_stays_under_its_labels()
    {
        var spectrum = Spectrum.FromSource([1, 2, 3], [4, 5, 6], new SpectrumDescription
        {
            Name = "water",
            Metadata = new Dictionary<string,
                string>
            { ["CAS REGISTRY NO"] = "7732-18-5", ["Operator"] = "A. B.", ["NPOINTS"] = "99" },
        });
        var read = RoundTrip(spectrum, SpectrumFileFormat.JcampDx);
        Assert.Equal(("7732-18-5", "A. B.", "3", "water"),
            (read.Metadata["CAS REGISTRY NO"], read.Metadata["$Operator"], read.Metadata["NPOINTS"], read.Metadata["TITLE"]));
    }

    [Fact]
    public void An_infinite_value_is_refused_and_leaves_no_file()
    {
        var spectrum = Spectrum.FromSource([1, 2, 3], [4, double.PositiveInfinity, 6]);
        Assert.Equal(
            "InfiniteOrdinate", Assert.Throws<SpectralException>(() => RoundTrip(spectrum, SpectrumFileFormat.JcampDx)).Error.Id);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Theory]
    [InlineData(SpectrumFileFormat.Csv)]
    [InlineData(SpectrumFileFormat.JcampDx)]
    public void Real_files_come_back_to_the_last_bit(SpectrumFileFormat format)
    {
        var token = TestContext.Current.CancellationToken;
        var bad = new List<string>();
        var count = 0;
        foreach (var path in Corpus.Measurements().Where(p => new FileInfo(p).Length < 120_000))
        {
            IReadOnlyList<Spectrum> spectra;
            try
            {
                spectra = SpectrumReader.Default.Read(path, ReadOptions.Default, token).Spectra;
            }
            catch (SpectralException)
            {
                // what cannot be read cannot be exported
                continue;
            }

            var spectrum = spectra[^1];
            try
            {
                var read = RoundTrip(spectrum, format);
                count++;
                if (spectrum.SourceOrder != read.SourceOrder)
                    bad.Add($"{path}: {spectrum.SourceOrder}, {read.SourceOrder}");
                if (Known(spectrum) is var known && known != Known(read) && !read.Axis.IsInferred)
                    bad.Add($"{path}: {spectrum.XUnit} {spectrum.Ordinate}, then {read.XUnit} {read.Ordinate}");
                if (!spectrum.SourceX.AsSpan().SequenceEqual(read.SourceX)
                    || !spectrum.SourceY.AsSpan().SequenceEqual(read.SourceY))
                    bad.Add(path + ": other numbers");
            }
            catch (SpectralException e)
            {
                bad.Add($"{path}: {e.Message}");
            }
        }

        Assert.True(bad.Count == 0, string.Join('\n', bad));
        Assert.True(count > 100, $"Only {count} files were read.");
    }

    // what is none of the known units and quantities comes back as such, or as unknown
    private static (AxisUnit, OrdinateKind) Known(Spectrum spectrum) => (
        spectrum.XUnit == AxisUnit.Other ? AxisUnit.Unknown : spectrum.XUnit,
        spectrum.Ordinate.Kind == OrdinateKind.Other ? OrdinateKind.Unknown : spectrum.Ordinate.Kind);

    private Spectrum RoundTrip(Spectrum spectrum, SpectrumFileFormat format, bool includeMetadata = false)
    {
        using var export = new SpectralEngine().StartExport(
            new ExportOptions { OutputDirectory = _folder.Path, IncludeMetadata = includeMetadata });
        var extension = format == SpectrumFileFormat.Csv ? ".csv" : ".jdx";
        var name = Assert.Single(export.Name("exported.x", null, "", [extension]));
        var path = export.SaveSpectrum(name, spectrum, format, TestContext.Current.CancellationToken);
        Assert.NotNull(path);
        return Assert.Single(
            SpectrumReader.Default.Read(path, ReadOptions.Default, TestContext.Current.CancellationToken).Spectra);
    }
}
