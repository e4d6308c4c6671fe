using System.Text;

namespace SpectralAnalyzer.Core.Reading.KnownBinary;

/// <summary>The kinds of files that are known by their first bytes and not read, the narrower before the wider.</summary>
internal static class BinarySignatures
{
    private const string AsText = "Export it as JCAMP-DX, SPC or text";
    private static readonly byte[] s_compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] s_zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BinarySignature> All { get; } =
    [
        new("Thermo OMNIC series (SRS)", "Open it in OMNIC and save the spectra as SPA or CSV.", 0, Ascii("Spectral Exte File")),
        new("PerkinElmer image or map (FSM)", "Export the spectra as SP or text in SpectrumIMAGE or Spotlight.", 0,
            Ascii("PEPEDataSet")),
        new("PerkinElmer SP", $"{AsText} in Spectrum.", 0, Ascii("PEPE")),
        new("JASCO JWS", $"{AsText} in Spectra Manager.", 0, s_compound, ".jws", ".jwb"),
        new("Shimadzu spectrum (SPC, compound file)", $"{AsText} in UVProbe or LabSolutions.", 0, s_compound, ".spc"),
        new("Shimadzu SPC", $"{AsText} in UVProbe or LabSolutions.", 1, [0xCF], ".spc"),
        new("Excel workbook (XLS)", "Save it as XLSX, or the sheet as CSV.", 0, s_compound, ".xls"),
        new("Thermo Grams or Renishaw document (compound file)", $"{AsText} in the program that wrote it.", 0, s_compound,
            ".wxd"),
        new("Microsoft compound file", $"{AsText} in the program that wrote it.", 0, s_compound),
        new("HORIBA LabSpec 6", "Save it as text (.txt) in LabSpec.", 0, Ascii("LabSpec")),
        new("Avantes AvaSoft 8", "Export it as ASCII or Excel file in AvaSoft.", 0, Ascii("AVS8")),
        new("Avantes AvaSoft", "Export it as ASCII (.ttt, .tat, .trt) in AvaSoft.", 0, [0x00, 0x00, 0x8C, 0x42]),
        new("ASD FieldSpec", "Export it as ASCII text in ViewSpecPro.", 0, Ascii("ASD")),
        .. Enumerable.Range(1, 8).Select(version => new BinarySignature(
            "ASD FieldSpec", "Export it as ASCII text in ViewSpecPro.", 0, Ascii(Invariant($"as{version}\0")))),
        new("Princeton Instruments SPE", "Export it as text (CSV) in LightField or WinSpec.", 4098, [0x55, 0x55], ".spe"),
        new("Agilent Resolutions Pro image", "Export the spectra as text or SPC in Resolutions Pro.", 0, [0x00, 0x72, 0x47, 0x00],
            ".seq", ".dat", ".dmt", ".dms", ".dmd", ".drd", ".bsp", ".bg"),
        new("Rigaku RASX", "Export it as RAS or text in SmartLab Studio.", 0, s_zip, ".rasx"),
        new("Bruker BRML", "Export it as XY or text in DIFFRAC.EVA.", 0, s_zip, ".brml"),
        new("Ocean Optics ProcSpec", "Save it as tab-delimited text in SpectraSuite or OceanView.", 0, s_zip, ".procspec",
            ".ocv"),
        new("OpenDocument file", "Save the sheet as XLSX or CSV.", 0, s_zip, ".ods", ".odt"),
        new("A ZIP archive within an archive", "Unpack it and read the files in it.", 0, s_zip),
        new("Thermo RAW (mass spectrometry)", "Export the spectrum as text in Xcalibur.", 0,
            [0x01, 0xA1, 0x46, 0x00, 0x69, 0x00]),
        new("R data (RDS or RData)", "Write the spectra as CSV with write.csv.", 0, Ascii("X\n\0\0\0")),
        new("R data (RDS or RData)", "Write the spectra as CSV with write.csv.", 0, Ascii("RDX")),
        new("Parquet table", "Save it as CSV.", 0, Ascii("PAR1")),
        new("SQLite database", "Export the spectra as CSV.", 0, Ascii("SQLite format 3")),
        new("FITS", "Export the spectrum as CSV.", 0, Ascii("SIMPLE  =")),
        new("A gzip file within an archive", "Unpack it and read the file in it.", 0, [0x1F, 0x8B, 8]),
        new("A bzip2 file within an archive", "Unpack it and read the file in it.", 0, Ascii("BZh")),
        new("tar archive", "Unpack it and read the files in it.", 257, Ascii("ustar")),
        new("RAR archive", "Unpack it and read the files in it.", 0, Ascii("Rar!\u001A\u0007")),
        new("XZ file", "Unpack it and read the file in it.", 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
        new("Zstandard file", "Unpack it and read the file in it.", 0, [0x28, 0xB5, 0x2F, 0xFD]),
        new("7-Zip archive", "Unpack it and read the files in it.", 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        new("PDF document", "Export the numbers instead of a print.", 0, Ascii("%PDF-")),
        new("PNG picture", "Export the numbers instead of a picture.", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        new("JPEG picture", "Export the numbers instead of a picture.", 0, [0xFF, 0xD8, 0xFF]),
        new("GIF picture", "Export the numbers instead of a picture.", 0, Ascii("GIF8")),
        new("TIFF picture", "Export the numbers instead of a picture.", 0, [0x49, 0x49, 0x2A, 0x00]),
        new("TIFF picture", "Export the numbers instead of a picture.", 0, [0x4D, 0x4D, 0x00, 0x2A]),
    ];

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);
}
