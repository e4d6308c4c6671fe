using System.Text;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

public sealed class GraphVerifierTests
{
    public static TheoryData<GraphFormat> Formats => [.. Enum.GetValues<GraphFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_whole_file_checks(GraphFormat format)
    {
        using var folder = new TempFolder();
        var path = folder["graph"];
        File.WriteAllBytes(path, Figures.Render(Figures.Infrared(), format));
        GraphVerifier.Verify(path, format, Figures.Small);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_cut_off_anywhere_does_not(GraphFormat format)
    {
        var bytes = Figures.Render(Figures.Infrared(), format);
        foreach (var length in new[] { 0, 1, 20, bytes.Length / 3, bytes.Length / 2, bytes.Length - 9 })
            Assert.Throws<InvalidDataException>(() => GraphVerifier.Verify(bytes.AsMemory(0, length), format, Figures.Small));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Another_size_does_not(GraphFormat format) => Assert.Throws<InvalidDataException>(
        () => GraphVerifier.Verify(Figures.Render(Figures.Infrared(), format), format, Figures.Small with { Width = 5.5 }));

    [Theory]
    [InlineData(GraphFormat.Png)]
    [InlineData(GraphFormat.Jpg)]
    public void The_right_pixels_at_another_resolution_do_not(GraphFormat format) => Assert.Throws<InvalidDataException>(
        () => GraphVerifier.Verify(
            Figures.Render(Figures.Infrared(), format), format, new FigureOptions { Width = 2.5, Height = 1.5, Dpi = 200 }));

    [Theory]
    [InlineData(GraphFormat.Png)]
    [InlineData(GraphFormat.Jpg)]
    public void Any_flipped_byte_of_a_picture_is_found(GraphFormat format)
    {
        var bytes = Figures.Render(Figures.Infrared(), format);
        for (var at = 0; at < bytes.Length; at += 97)
        {
            bytes[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => GraphVerifier.Verify(bytes, format, Figures.Small));
            bytes[at] ^= 0x10;
        }
    }

    [Fact]
    public void A_block_taken_from_a_jpg_is_found()
    {
        var bytes = Figures.Render(Figures.Infrared(), GraphFormat.Jpg);
        var middle = bytes.Length / 2;
        byte[] shorter = [.. bytes[..middle], .. bytes[(middle + 60)..]];
        Assert.Throws<InvalidDataException>(() => GraphVerifier.Verify(shorter, GraphFormat.Jpg, Figures.Small));
    }

    [Fact]
    public void A_pdf_whose_objects_moved_and_an_svg_that_is_not_closed_are_found()
    {
        var pdf = Figures.Render(Figures.Infrared(), GraphFormat.Pdf);
        byte[] moved = [.. pdf[..40], 0x20, .. pdf[40..]];
        Assert.Throws<InvalidDataException>(() => GraphVerifier.Verify(moved, GraphFormat.Pdf, Figures.Small));
        var svg = Encoding.UTF8.GetString(Figures.Render(Figures.Infrared(), GraphFormat.Svg)).Replace("</text>", "<text>", StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => GraphVerifier.Verify(Encoding.UTF8.GetBytes(svg), GraphFormat.Svg, Figures.Small));
    }

    [Fact]
    public void The_error_names_the_file_and_what_is_wrong()
    {
        using var folder = new TempFolder();
        var path = folder.Write("graph.png", "not a picture");
        var error = Assert.Throws<SpectralException>(() => GraphVerifier.Verify(path, GraphFormat.Png, Figures.Small)).Error;
        Assert.Equal(("OutputCorrupt", SpectralErrorCategory.Write), (error.Id, error.Category));
        Assert.Contains("graph.png", error.Message, StringComparison.Ordinal);
    }
}
