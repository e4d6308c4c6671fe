using System.Buffers.Binary;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.WiTec;

public sealed class WitecFormatTests
{
    [Fact]
    public void A_map_is_read_in_the_order_of_its_scan_lines()
    {
        var content = Read(Made());

        Assert.Equal("WITec project", content.Report.Format);
        Assert.Equal(["Scan, X 1, Y 1", "Scan, X 2, Y 1", "Scan, X 1, Y 2", "Scan, X 2, Y 2"],
            content.Spectra.Select(s => s.Series));
        Assert.Equal([500, 510, 520], content.Spectra[0].SourceX);
        Assert.Equal([0, 1, 2], content.Spectra[0].SourceY);
        Assert.Equal([200, 201, 202], content.Spectra[1].SourceY);
        Assert.Equal([100, 101, 102], content.Spectra[2].SourceY);
        Assert.Equal((AxisUnit.Nanometer, "Intensity (CCD cts)", "500"), (content.Report.XUnit, content.Spectra[0].Ordinate.Label,
            content.Report.Metadata["Excitation wavelength (nm)"]));
        Assert.InRange(content.Report.Confidence, 0.9, 0.99);
    }

    [Fact]
    public void An_inverted_field_is_stored_by_rows() => Assert.Equal([100, 101, 102],
        Read(Made(isByRows: true)).Spectra[1].SourceY);

    [Theory]
    [InlineData(1, AxisUnit.Micrometer, 0.51)]
    [InlineData(2, AxisUnit.Wavenumber, 1e7 / 510)]
    [InlineData(3, AxisUnit.RamanShift, 1e7 / 500 - 1e7 / 510)]
    [InlineData(4, AxisUnit.ElectronVolt, 1239.84193 / 510)]
    [InlineData(5, AxisUnit.Other, 1239841.93 / 510)]
    public void X_is_in_the_unit_that_the_graph_shows(int unit, AxisUnit expected, double second)
    {
        var spectrum = Read(Made(unit: unit)).Spectra[0];

        Assert.Equal(expected, spectrum.XUnit);
        Assert.Equal(second, spectrum.SourceX[1], 9);
    }

    [Fact]
    public void A_free_polynomial_holds_between_its_pixels()
    {
        var x = Read(Made(calibration: Tag("TDSpectralTransformation", Int("SpectralTransformationType", 2),
            Doubles("FreePolynom", 600, 2, 99),
            Int("FreePolynomOrder", 1), Doubles("FreePolynomStartBin", 0), Doubles("FreePolynomStopBin", 1)))).Spectra[0].SourceX;

        Assert.Equal([600, 602, 602], x);
    }

    [Fact]
    public void The_grating_equation_gives_the_center_its_wavelength()
    {
        var x = Read(Made(calibration: Tag("TDSpectralTransformation", Int("SpectralTransformationType", 1), Doubles("nC", 1),
            Doubles("LambdaC", 633), Doubles("Gamma", 0.4), Doubles("Delta", 0), Doubles("m", 1), Doubles("d", 1666.7),
            Doubles("x", 0.026), Doubles("f", 300)))).Spectra[0].SourceX;

        // dλ/dpixel = d cos β · x / f, with β = γ/2 + asin(λ / (2 d cos(γ/2)))
        var beta = 0.2 + Math.Asin(633 / 1666.7 / (2 * Math.Cos(0.2)));
        Assert.Equal(633, x[1], 6);
        Assert.Equal(1666.7 * Math.Cos(beta) * 0.026 / 300, (x[2] - x[0]) / 2, 6);
    }

    [Fact]
    public void An_unknown_calibration_leaves_the_pixels()
    {
        var content = Read(Made(calibration: Tag("TDSpectralTransformation", Int("SpectralTransformationType", 9))));

        Assert.Equal([0, 1, 2], content.Spectra[0].SourceX);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Uncalibrated");
    }

    [Fact]
    public void Lines_that_were_not_measured_are_left_out_with_a_warning()
    {
        var content = Read(Made(lineValid: [1, 0]));

        Assert.Equal(2, content.Spectra.Count);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Unfinished");
    }

    [Fact]
    public void Values_that_are_not_as_many_as_stated_are_refused() => Assert.Equal("PointCountMismatch",
        Assert.Throws<SpectralException>(() => Read(Made(points: 4))).Error.Id);

    [Fact]
    public void A_cut_file_is_refused() => Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made()[..^1]))
        .Error.Id);

    [Fact]
    public void A_project_without_graphs_is_refused() => Assert.Equal("NoData", Assert.Throws<SpectralException>(
        () => Read(Place(Tag("WITec Project", Tag("Data", Tag("Data 0", Tag("TData", Int("ID", 1)))))))).Error.Id);

    internal static byte[] Made(bool isByRows = false, int unit = 0, Node? calibration = null, byte[]? lineValid = null,
        int points = 3)
    {
        var values = new BinaryBuilder();
        for (var i = 0; i < 12; i++)
            values.I16(2 * i, 100 * (i / 3) + i % 3);
        calibration ??= Tag("TDSpectralTransformation", Int("SpectralTransformationType", 0), Doubles("Polynom", 500, 10, 0));
        return Place(Tag("WITec Project", Int("Version", 7), Tag("Data",
            Tag("Data 0", Tag("TData", Int("ID", 5), Text("Caption", "Scan")), Tag("TDGraph", Int("SizeX", 2), Int("SizeY", 2),
                Int("SizeGraph", points), Int("XTransformationID", 6), Int("XInterpretationID", 7), Int("ZInterpretationID", 8),
                new Node("DataFieldInverted", 8, [(byte)(isByRows ? 1 : 0)], []), new Node("LineValid", 8, lineValid ?? [1, 1],
                    []),
                Tag("GraphData", Int("Dimension", 1), Int("DataType", 6), new Node("Data", 7, values.Bytes, [])))),
            Tag("Data 1", Tag("TData", Int("ID", 6)), calibration),
            Tag("Data 2", Tag("TData", Int("ID", 7)), Tag("TDInterpretation", Int("UnitIndex", unit)),
                Tag("TDSpectralInterpretation", Doubles("ExcitationWaveLength", 500))),
            Tag("Data 3", Tag("TData", Int("ID", 8)), Tag("TDZInterpretation", Text("UnitName", "CCD cts"))))));
    }

    internal sealed record Node(string Name, int Type, byte[] Bytes, Node[] Children);

    private static Node Tag(string name, params Node[] children) => new(name, 0, [], children);

    private static Node Int(string name, int value) => new(name, 5, new BinaryBuilder().I32(0, value).Bytes, []);

    private static Node Doubles(string name, params double[] values)
    {
        var bytes = new BinaryBuilder();
        for (var i = 0; i < values.Length; i++)
            bytes.F64(8 * i, values[i]);
        return new Node(name, 2, bytes.Bytes, []);
    }

    private static Node Text(string name, string text) => new(name, 9, new BinaryBuilder().I32(0, text.Length).Text(4,
        text).Bytes, []);

    // start and end of the bytes are counted from the beginning of the file
    private static byte[] Place(Node root)
    {
        var file = new List<byte>("WIT_PR06"u8.ToArray());
        Write(root);
        return [.. file];

        void Write(Node node)
        {
            file.AddRange(new BinaryBuilder().I32(0, node.Name.Length).Text(4, node.Name).I32(4 + node.Name.Length,
                node.Type).Bytes);
            var limits = file.Count;
            file.AddRange(new byte[16]);
            file.AddRange(node.Bytes);
            foreach (var child in node.Children)
                Write(child);
            Span<byte> field = stackalloc byte[16];
            BinaryPrimitives.WriteInt64LittleEndian(field, limits + 16);
            BinaryPrimitives.WriteInt64LittleEndian(field[8..], file.Count);
            for (var i = 0; i < 16; i++)
                file[limits + i] = field[i];
        }
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.wip", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
