using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>Reads the made-up files in TestData/cases, each of a structure that was read wrongly once.</summary>
public sealed class CaseTests
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "TestData", "cases");

    /// <summary>The file, the points, the first and the last point of the first spectrum, the unit of x, and the names.</summary>
    public static TheoryData<string, int, double, double, double, double, AxisUnit, string> Read => new()
    {
        { "damage/01_blank_decimalcomma_3digit.txt", 200, 400.21, 341, 599.21, 225, AxisUnit.Nanometer, "" },
        { "damage/02_hash_rownumber_header.csv", 101, 400, 0.1, 600, 0.1, AxisUnit.Nanometer, "Abs1,Abs2,Abs3" },
        { "spec_scan_names.dat", 36, 7.1, 152000, 7.17, 152543, AxisUnit.Unknown, "Ion1,Ion2,Fluo,Signal" },
        { "spec_scan_rising_monitor.dat", 36, 7.1, 152000, 7.17, 153295, AxisUnit.Unknown, "Ion1,Ion2,Fluo,Signal" },
        {
            "time_explicit.ascii", 24, 500, 0, 615, 0.0002, AxisUnit.Nanometer,
            "-1.0000,-0.5000,0.0000,0.5000,1.0000,2.0000,5.0000,10.0000,20.0000,50.0000,100.0000,200.0000"
        },
        { "r_table_rownames.txt", 40, 1100, 0.3, 1256, 0.3, AxisUnit.Nanometer, "leaf1,leaf2" },
        { "r_rows_numeric_labels.csv", 40, 1100, 0.31, 1256, 0.31, AxisUnit.Nanometer, "1,2,3,4,5" },
        { "r_rows_text_labels.txt", 40, 1100, 0.31, 1256, 0.31, AxisUnit.Nanometer, "plot1,plot2,plot3,plot4,plot5" },
        { "r_columns_quoted_rownames.txt", 40, 1100, 0.3, 1256, 0.3, AxisUnit.Nanometer, "s1,s2,s3" },
        { "first_row_blanks.txt", 40, 190, 2, 229, 37.1, AxisUnit.Nanometer, "" },
        { "last_row_blanks.txt", 40, 190, 2, 229, 37.1, AxisUnit.Nanometer, "" },
        { "powder.xye", 60, 5, 100, 6.18, 100, AxisUnit.DegreeTwoTheta, "" },
        {
            "wire_map_grid.txt", 12, 1200, 50.002, 1161.5, 50.039, AxisUnit.RamanShift,
            "X = 0, Y = 0|X = 2, Y = 0|X = 4, Y = 0|X = 0, Y = 2|X = 2, Y = 2|X = 4, Y = 2"
        },
        { "cary_pairs.csv", 40, 800, 0.01, 761, 0.049, AxisUnit.Nanometer, "blank,dye 1,dye 2" },
        { "uvprobe_blanks.txt", 40, 200, 0.15, 239, 0.15, AxisUnit.Nanometer, "" },
        { "nk_two_blocks.csv", 25, 0.4, 1.5, 0.88, 1.524, AxisUnit.Micrometer, "n,k" },
        { "quoted_decimal_comma.csv", 40, 400.7, 1.18, 451.4, 3.13, AxisUnit.Nanometer, "" },
        { "witec_truematch.txt", 20, 535, 610, 544.5, 610, AxisUnit.Nanometer, "Particle 1,Particle 2" },
        { "omicron_eis.txt", 31, 540, 410, 525, 410, AxisUnit.ElectronVolt, "Region 1,Region 2" },
        { "unit_in_remarks.txt", 40, 900, 0.3, 1095, 0.3, AxisUnit.Wavenumber, "O2A,O2P" },
        { "ecsv_unit.txt", 60, 4000, 1, 4118, 1, AxisUnit.Other, "" },
        { "ipac_units.tbl", 60, 5, 1, 7.95, 1, AxisUnit.Micrometer, "" },
        { "target_over_reference.sed", 60, 350, 0.08, 409, 0.08, AxisUnit.Nanometer, "Rad. (Ref.),Rad. (Target),Tgt./Ref. %" },
    };

    /// <summary>The damaged file, the points of its only spectrum, and the line that is named.</summary>
    public static TheoryData<string, int, int> Told => new()
    {
        { "damage/03_four_damaged_rows.txt", 296, 152 },
        { "damage/03_three_damaged_rows_ok.txt", 297, 152 },
        { "damage/04_one_decimalcomma_row.csv", 199, 102 },
        { "remark_after_first_row.csv", 40, 3 },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void A_file_is_read_right(
        string path, int points, double firstX, double firstY, double lastX, double lastY, AxisUnit unit, string names)
    {
        var content = ReadFile(path);

        var first = content.Spectra[0];
        Assert.Equal((points, firstX, firstY), (first.Count, first.SourceX[0], first.SourceY[0]));
        Assert.Equal((lastX, lastY), (first.SourceX[^1], first.SourceY[^1]));
        Assert.Equal(unit, content.Report.XUnit);
        var separator = names.Contains('|', StringComparison.Ordinal) ? '|' : ',';
        Assert.Equal(names, string.Join(separator, content.Spectra.Select(s => s.Series)));
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void A_damaged_row_is_left_out_and_its_line_is_named(string path, int points, int line)
    {
        var content = ReadFile(path);

        Assert.Equal(points, Assert.Single(content.Spectra).Count);
        Assert.Contains(content.Report.Issues, i => i.Severity == IssueSeverity.Warning && i.Line == line);
    }

    [Fact]
    public void A_line_of_pixels_without_x_before_the_spectra_is_x_where_the_cells_before_it_are_missing()
    {
        var content = ReadFile("x_line_behind_nan.mlb");

        Assert.Equal(29, content.Spectra.Count);
        Assert.All(content.Spectra, s => Assert.Equal((255, 1.0, 255.0), (s.Count, s.XMin, s.XMax)));
    }

    [Fact]
    public void A_reflectance_in_percent_is_known_by_the_name_of_a_ratio_to_the_reference() =>
        Assert.Equal(OrdinateKind.PercentReflectance, ReadFile("target_over_reference.sed").Spectra[2].Ordinate.Kind);

    [Fact]
    public void A_file_of_one_line_of_numbers_is_refused_for_want_of_x()
    {
        var error = Assert.Throws<SpectralException>(() => ReadFile("one_line_of_counts.csv")).Error;

        Assert.Equal((SpectralErrorIds.OneColumn, 1), (error.Id, error.Line));
    }

    private static SpectralFileContent ReadFile(string path) =>
        SpectrumReader.Default.Read(Path.Combine(Folder, path), ReadOptions.Default, TestContext.Current.CancellationToken);
}
