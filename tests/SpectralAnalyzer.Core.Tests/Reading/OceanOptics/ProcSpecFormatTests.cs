using System.Security.Cryptography;
using System.Text;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.OceanOptics;

public sealed class ProcSpecFormatTests
{
    // the last step refers to the step before, and that to the wavelengths of the source, as XStream writes what occurred before
    private const string Spectrum = """
        <com.oceanoptics.spectrasuite.processors.ProcessedSpectrum>
          <sourceSpectra>
            <Omni.Spectrum>
              <saturated>false</saturated>
              <integrationTime>10000</integrationTime>
              <pixelValues><double>100.0</double><double>200.0</double><double>300.0</double></pixelValues>
              <acquisitionTime><milliTime>1151055549312</milliTime></acquisitionTime>
              <scansToAverage>40</scansToAverage>
              <channelWavelengths>
                <double>176.3604183</double><double>176.581561526</double><double>1.768027E2</double>
              </channelWavelengths>
              <spectrometerSerialNumber>USB4C00008</spectrometerSerialNumber>
              <spectrometerClass>com.oceanoptics.omnidriver.spectrometer.usb4000.USB4000</spectrometerClass>
            </Omni.Spectrum>
          </sourceSpectra>
          <certificates>
            <Step>
              <processedPixels reference="../../../sourceSpectra/Omni.Spectrum/pixelValues"/>
              <processedWavelengths reference="../../../sourceSpectra/Omni.Spectrum/channelWavelengths"/>
              <xUnits class="com.oceanoptics.unitdescriptors.WavelengthDescriptor"/>
              <yUnits class="com.oceanoptics.unitdescriptors.CountsIntensityDescriptor"/>
            </Step>
            <Step>
              <processedPixels><double>17.466654459768453</double><double>-0.5</double><double>30.0</double></processedPixels>
              <processedWavelengths reference="../../../sourceSpectra/Omni.Spectrum/channelWavelengths"/>
              <xUnits class="com.oceanoptics.unitdescriptors.WavelengthDescriptor"/>
              <yUnits class="com.oceanoptics.unitdescriptors.TransmissionIntensityDescriptor"/>
            </Step>
            <Step>
              <processedPixels reference="../../Step[2]/processedPixels"/>
              <processedWavelengths reference="../../Step[2]/processedWavelengths"/>
              <userName>A. B.</userName>
              <xUnits class="com.oceanoptics.unitdescriptors.WavelengthDescriptor"/>
              <yUnits class="com.oceanoptics.unitdescriptors.TransmissionIntensityDescriptor"/>
            </Step>
          </certificates>
        </com.oceanoptics.spectrasuite.processors.ProcessedSpectrum>
        """;

    [Fact]
    public void The_last_step_of_the_processing_is_read_with_what_it_refers_to()
    {
        var content = Read(Made());

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal([176.3604183, 176.581561526, 176.8027], spectrum.SourceX);
        Assert.Equal([17.466654459768453, -0.5, 30], spectrum.SourceY);
        Assert.Equal(("Ocean Optics ProcSpec", AxisUnit.Nanometer, OrdinateKind.PercentTransmittance, 1),
            (content.Report.Format, content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal(("A. B.", "USB4000", "USB4C00008", "10"), (
            content.Report.Metadata["Operator"], content.Report.Metadata["Instrument"], content.Report.Metadata["Serial number"],
            content.Report.Metadata["Integration time (ms)"]));
        Assert.StartsWith("2006-06-23", content.Report.Metadata["Date"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CountsIntensity", OrdinateKind.Intensity)]
    [InlineData("ReflectionIntensity", OrdinateKind.PercentReflectance)]
    [InlineData("AbsorbanceIntensity", OrdinateKind.Absorbance)]
    [InlineData("NobodyKnowsWhat", OrdinateKind.Other)]
    public void The_unit_of_y_is_that_of_the_last_step(string unit, OrdinateKind kind) => Assert.Equal(
        kind, Read(Made(Spectrum.Replace("TransmissionIntensity", unit, StringComparison.Ordinal))).Report.Ordinate);

    [Fact]
    public void Control_characters_and_names_in_another_encoding_do_no_harm()
    {
        var bytes = Encoding.Latin1.GetBytes(Spectrum.Replace("A. B.", "Zo\u00EB\u0001", StringComparison.Ordinal));

        var content = Read(MadeUpArchive.Of(("ps_0.xml", Encoding.Latin1.GetString(bytes)), ("OOISignatures.xml", "<a/>")));

        Assert.Equal("Zo\u00EB", content.Report.Metadata["Operator"]);
    }

    [Fact]
    public void A_spectrum_without_the_hash_beside_it_was_changed()
    {
        var changed = Made(Spectrum.Replace("30.0", "31.0", StringComparison.Ordinal), HashOf(Spectrum));

        var report = Read(changed).Report;

        Assert.Equal(SpectralIssueIds.LayoutMismatch, Assert.Single(report.Issues, i => i.Severity == IssueSeverity.Warning).Id);
        Assert.Equal(0.85, report.Confidence);
    }

    [Theory]
    [InlineData("<double>-0.5</double>", "", "PointCountMismatch")]
    [InlineData("<double>-0.5</double>", "<double>many</double>", "InvalidNumber")]
    [InlineData("Step[2]/processedPixels", "Step[9]/processedPixels", "MissingParameters")]
    [InlineData("../../Step[2]/processedPixels", "../../Step[3]/processedPixels", "MissingParameters")]
    [InlineData("processedPixels", "others", "NoData")]
    [InlineData("</certificates>", "", "Truncated")]
    public void A_fault_is_named(string wrong, string by, string id) => Assert.Equal(
        id, Assert.Throws<SpectralException>(() => Read(Made(Spectrum.Replace(wrong, by, StringComparison.Ordinal)))).Error.Id);

    internal static byte[] Made(string spectrum = Spectrum, string? hash = null) => MadeUpArchive.Of(
        ("ps_7.xml", spectrum),
        ("OOISignatures.xml", $"<s><fileName>ps_0.xml</fileName><hashValue>{hash ?? HashOf(spectrum)}</hashValue></s>"),
        ("OOIVersion.txt", "1"));

    // in pairs of digits, as the programs write it
    private static string HashOf(string spectrum) =>
        string.Join(' ', SHA512.HashData(Encoding.UTF8.GetBytes(spectrum))
            .Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.ProcSpec", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
