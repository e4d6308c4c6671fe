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
            Metadata = new Dictionary<string, string>
            {
                ["Operator"] = "A. B.",
                ["laser=nm $$"] = "785\n##END=",
                ["##TITLE"] = "no"
            },
        });
        var read = RoundTrip(spectrum, format);
        Assert.Equal(spectrum.X, read.X);
        Assert.Equal(spectrum.Y, read.Y);
        Assert.Equal((AxisUnit.RamanShift, OrdinateKind.Intensity), (read.XUnit, read.Ordinate.Kind));
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
        var read = RoundTrip(spectrum, SpectrumFileFormat.Csv);
        Assert.Equal((unit, kind), (read.XUnit, read.Ordinate.Kind));
        Assert.Equal("15798.09", read.Metadata["Laser wavenumber"]);
    }

    [Fact]
    public void Metadata_of_a_jcamp_file_stays_under_its_labels()
    {
        var spectrum = Spectrum.FromSource([1, 2, 3], [4, 5, 6], new SpectrumDescription
        {
            Name = "water",
            Metadata = new Dictionary<string, string>
            {
                ["CAS REGISTRY NO"] = "7732-18-5",
                ["Operator"] = "A. B.",
                ["NPOINTS"] = "99"
            },
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
        Corpus.Require();
        var token = TestContext.Current.CancellationToken;
        var bad = new List<string>();
        var count = 0;
        foreach (var row in Corpus.Rows.Where(r => File.Exists(r.FullPath) && new FileInfo(r.FullPath).Length < 120_000))
        {
            IReadOnlyList<Spectrum> spectra;
            try
            {
                spectra = SpectrumReader.Default.Read(row.FullPath, ReadOptions.Default, token).Spectra;
            }
            catch (SpectralException)
            {
                // what cannot be read cannot be exported
                continue;
            }

            var spectrum = spectra[^1];
            var read = RoundTrip(spectrum, format);
            count++;
            if (!spectrum.Abscissae.Span.SequenceEqual(read.Abscissae.Span)
                || !spectrum.Ordinates.Span.SequenceEqual(read.Ordinates.Span))
                bad.Add(row.Path);
        }

        Assert.Empty(bad);
        Assert.True(count > 100, $"Only {count} files were read.");
    }

    private Spectrum RoundTrip(Spectrum spectrum, SpectrumFileFormat format)
    {
        using var export = new SpectralEngine().StartExport(new ExportOptions { OutputDirectory = _folder.Path });
        var extension = format == SpectrumFileFormat.Csv ? ".csv" : ".jdx";
        var name = Assert.Single(export.Name("exported.x", null, "", [extension]));
        var path = export.SaveSpectrum(name, spectrum, format, TestContext.Current.CancellationToken);
        Assert.NotNull(path);
        return Assert.Single(
            SpectrumReader.Default.Read(path, ReadOptions.Default, TestContext.Current.CancellationToken).Spectra);
    }
}
