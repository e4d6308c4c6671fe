using System.Globalization;
using System.Text;
using static SpectralAnalyzer.AxisUnit;
using static SpectralAnalyzer.OrdinateKind;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>Made-up exports in the layouts of instruments that the corpus does not have.</summary>
internal static class MadeUpFiles
{
    static MadeUpFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<MadeUpFile> All { get; } =
    [
        new("Shimadzu UVProbe", "uvprobe.txt", Nanometer, Absorbance, 1, f =>
            "\"Sample 1 - RawData\"\r\n\"Wavelength nm.\"\t\"Abs.\"\r\n" + f.Rows(
                i => $"{f.X(i)}\t{f.Y(i)}")) { XFormat = "0.00" },
        new("Shimadzu LabSolutions IR", "labsolutions.txt", Wavenumber, PercentTransmittance, 1, f =>
            "##TITLE\tSample A\r\nDate\t2024/05/01\r\nResolution\t4\r\nScans\t20\r\n\r\ncm-1\t%T\r\n" + f.Rows(
                i => $"{f.X(i)}\t{f.Y(i)}")) { Scale = 100, XFormat = "0.000000", YFormat = "0.000000" },
        new("PerkinElmer Spectrum", "pe.csv", Wavenumber, PercentTransmittance, 1, f =>
            "Created as New Dataset,\ncm-1,%T\n" + f.Rows(i => $"{f.X(i)},{f.Y(i)}", "\n")) { Start = 4000, Step = -1,
                Scale = 90 },
        new("Agilent MicroLab", "microlab.csv", Wavenumber, Absorbance, 1, f =>
            "Wavenumber (cm-1),Absorbance\r\n" + f.Rows(i => $"{f.X(i)},{f.Y(i)}")) { Start = 650, Step = 1.86,
                XFormat = "0.00000" },
        new("Agilent Cary 60 with %T and log", "cary.csv", Nanometer, PercentTransmittance, 2, f =>
            "Baseline 100%T,,Sample A,,\r\nWavelength (nm),%T,Wavelength (nm),%T,\r\n" + f.Rows(
                i => $"{f.X(i)},{f.Y(i)},{f.X(i)},{f.Y(i, 1)},")
            + "\r\nBaseline 100%T\r\nCollection Time: 3/1/2023 10:12:55 AM\r\nScan Software Version: 5.0.0.999\r\n"
            + "Parameter List : \r\nInstrument  Cary 60\r\nStart (nm)  800.0\r\nStop (nm)  200.0\r\n")
            { Start = 800, Step = -1, Scale = 90, XFormat = "0.0000000" },
        new("Ocean Optics OceanView, German", "oceanview.txt", Nanometer, OrdinateKind.Unknown, 1, f =>
            "Daten von Probe1_AbsoluteIrradiance.txt Node\r\n\r\nDatum: Mi Mai 03 10:22:11 MESZ 2023\r\nBenutzer: labor\r\n"
            + "Spektrometer: USB2+H01234\r\nTrigger-Modus: 0\r\nIntegrationszeit (s): 1,000000E-1\r\n"
            + "Mittelwert über Scans: 5\r\nXAchsen-Modus: Wavelengths\r\nAnzahl Pixel im Spektrum: 120\r\n"
            + ">>>>>Begin Spectral Data<<<<<\r\n"
            + f.Rows(i => $"{MadeUpFile.Comma(f.X(i))}\t{MadeUpFile.Comma(f.Y(i))}")) { Start = 339.1, Step = 0.37,
                XFormat = "0.000", YFormat = "0.00", Scale = 2000 },
        new("Avantes AvaSoft 7, decimal comma", "avasoft.txt", Nanometer, Intensity, 4, f =>
            "Probe 3\r\nIntegration time: 100,00 ms\r\nAverage: 10 scans\r\nNr of pixels used for smoothing: 2\r\n"
            + "Data measured with spectrometer name: 0912034U1\r\nWave   ;Dark     ;Ref      ;Sample   ;Absorbance\r\n"
            + "[nm]   ;[counts] ;[counts] ;[counts] ;[A.U.]\r\n\r\n"
            + f.Rows(i =>
                $"{MadeUpFile.Comma(f.X(i))};{MadeUpFile.Comma(f.Y(i, 1)),9};{MadeUpFile.Comma(f.Y(i, 2)),9};"
                + $"{MadeUpFile.Comma(f.Y(i, 3)),9};{MadeUpFile.Comma(f.Y(i)),9}")) { Step = 0.59, XFormat = "0.00" },
        new("JASCO V-700, Japanese, cp932", "jasco.txt", Nanometer, Absorbance, 1, f =>
            "TITLE\t試料1\r\nDATA TYPE\tULTRAVIOLET SPECTRUM\r\nORIGIN\tJASCO\r\nOWNER\t研究室\r\nDATE\t23/04/01\r\n"
            + "SPECTROMETER/DATA SYSTEM\tJASCO Corp., V-770\r\nDELTAX\t-2\r\nXUNITS\tNANOMETERS\r\nYUNITS\tABSORBANCE\r\n"
            + "FIRSTX\t800.0\r\nLASTX\t562.0\r\nNPOINTS\t120\r\nXYDATA\r\n"
            + f.Rows(i => $"{f.X(i)}\t{f.Y(i)}")
            + "\r\n##### Extended Information\r\n[コメント]\r\n試料名\t試料1\r\nコメント\t\r\n[測定情報]\r\n機種名\tV-770\r\nデータ取込間隔\t2 nm\r\n"
            + "走査速度\t400 nm/min\r\n") { Start = 800, Step = -2, Encoding = Cp932 },
        new("Bruker .dpt", "sample.dpt", Wavenumber, OrdinateKind.Unknown, 1, f => f.Rows(i => $"{f.X(i)},{f.Y(i)}",
            "\n")) { Start = 3998.12345, Step = -1.9287, Count = 1800, XFormat = "0.00000", YFormat = "0.00000" },
        new("Horiba LabSpec 5", "labspec5.txt", RamanShift, OrdinateKind.Unknown, 1, f =>
            "#Acq. time (s)=\t10\n#Accumulations=\t3\n#Laser (nm)=\t532.1\n#Objective=\t50\n#Range (cm-1)=\t200...700\n" + f.Rows(
                i => $"{f.X(i)}\t{f.Y(i)}", "\n")) { Start = 200, Step = 0.61, Scale = 900, XFormat = "0.###", YFormat = "0" },
        new("Renishaw WiRE map, four columns", "map.txt", AxisUnit.RamanShift, Intensity, 3, f =>
            "#X\t\t#Y\t\t#Wave\t\t#Intensity\n" + string.Concat(
                Enumerable.Range(0, 3).Select(k => f.Rows(i => $"{-100.5 + k}\t{33.25}\t{f.X(i)}\t{f.Y(i, k)}",
                    "\n")))) { Start = 1700.123, Step = -1.031, XFormat = "0.000000", YFormat = "0.000000", Scale = 4000 },
        new("WITec single spectrum", "witec.txt", RamanShift, Intensity, 1, f =>
            "\tProbe_005_Spec.Data 1\nrel. 1/cm\tCCD cts\n" + f.Rows(i => $"{f.X(i)}\t{f.Y(i)}", "\n")) { Start = -110.13,
                Step = 3.37, Count = 700, Scale = 1200, YFormat = "0" },
        new("StellarNet .ABS", "stellar.abs", Nanometer, OrdinateKind.Unknown, 1, f =>
            "\"Sample ABSORBANCE 2022\r\n\"Wave: 1.0nm INT:100 AVG:5\r\n" + f.Rows(
                i => $" {f.X(i)}  {f.Y(i)}") ) { XFormat = "0.00", YFormat = "0.0000E+000" },
        new("Hamamatsu mini-spectrometer", "hama.csv", Nanometer, Intensity, 1, f =>
            "Product name,C12880MA\r\nSerial number,18C00123\r\nIntegration time[us],10000\r\n"
            + "Pixel number,Wavelength[nm],Intensity\r\n" + f.Rows(i => $"{i + 1},{f.X(i)},{f.Y(i)}")) { Start = 312.5,
                Step = 2.31, XFormat = "0.000", Scale = 900, YFormat = "0" },
        new("OMNIC CSV without header", "omnic.csv", Wavenumber, OrdinateKind.Unknown, 1, f =>
            f.Rows(i => $"{(f.Start + i * f.Step).ToString("0.000000e+000", CultureInfo.InvariantCulture)},{f.Y(i)}")) { Start =
                500, Step = 1.928, Count = 1800, XFormat = "0.000000e+000", YFormat = "0.000000e-000" },
        new("Metrohm Vision, spectra in rows", "vision.csv", Nanometer, OrdinateKind.Unknown, 3, f =>
            "Sample ID,Date,Operator," + string.Join(",", Enumerable.Range(0, f.Count).Select(i => f.X(i) + "nm")) + "\r\n"
            + string.Concat(Enumerable.Range(0, 3).Select(k => $"S{k + 1},2023-02-0{k + 1},anna," + string.Join(
                ",", Enumerable.Range(0, f.Count).Select(i => f.Y(i, k))) + "\r\n"))) { Start = 1100, XFormat = "0" },
        new("FOSS NIR, German Excel, spectra in rows", "foss.csv", Nanometer, OrdinateKind.Unknown, 4, f =>
            "Probe;Protein;" + string.Join(";", Enumerable.Range(0, f.Count).Select(f.X)) + "\r\n"
            + string.Concat(
                Enumerable.Range(0, 4)
                    .Select(k =>
                        $"P-{k + 1};{MadeUpFile.Comma((11.2 + k).ToString(CultureInfo.InvariantCulture))};" + string.Join(
                            ";", Enumerable.Range(0, f.Count).Select(i => MadeUpFile.Comma(f.Y(i, k)))) + "\r\n"))) { Start =
                                850, XFormat = "0" },
        new("German Excel with units row", "excel.csv", Wavenumber, Absorbance, 2, f =>
            "Wellenzahl;Extinktion Probe 1;Extinktion Probe 2\r\n1/cm;;\r\n" + f.Rows(
                i => $"{MadeUpFile.Comma(f.X(i))};{MadeUpFile.Comma(f.Y(i))};{MadeUpFile.Comma(f.Y(i, 1))}")) { Start = 600,
                    XFormat = "0.00", Encoding = new UTF8Encoding(true) },
        new("German with thousands points", "tausend.csv", Wavenumber, PercentTransmittance, 1, f =>
            "Wellenzahl [cm-1];Transmission [%]\r\n" + f.Rows(i => $"{Thousands(f.X(i))};{MadeUpFile.Comma(f.Y(i))}")) { Start =
                4000, Step = -20, Count = 170, Scale = 90, XFormat = "0.00" },
        new("French, decimal comma, Latin-1", "francais.txt", Wavenumber, Transmittance, 1, f =>
            "Échantillon : n° 3\r\nOpérateur : Hélène\r\nNombre d'onde (cm-1)\tTransmittance\r\n" + f.Rows(
                i => $"{MadeUpFile.Comma(f.X(i))}\t{MadeUpFile.Comma(f.Y(i))}")) { Start = 700, Encoding = Encoding.Latin1 },
        new("Spanish", "espanol.csv", Nanometer, Absorbance, 1, f =>
            "Longitud de onda (nm);Absorbancia\n" + f.Rows(i => $"{MadeUpFile.Comma(f.X(i))};{MadeUpFile.Comma(f.Y(i))}", "\n")),
        new("Chinese", "中文.csv", Nanometer, Absorbance, 1, f => "波长(nm),吸光度\n" + f.Rows(i => $"{f.X(i)},{f.Y(i)}", "\n")),
        new("Japanese, UTF-16", "nihongo.txt", Wavenumber, PercentTransmittance, 1, f => "波数 (cm-1)\t透過率 (%)\r\n" + f.Rows(
            i => $"{f.X(i)}\t{f.Y(i)}")) { Start = 600, Encoding = Encoding.Unicode, Scale = 80 },
        new("Everything quoted", "quoted.csv", Nanometer, Reflectance, 1,
            f => "\"Wavelength (nm)\",\"Reflectance, total\"\n" + f.Rows(i => $"\"{f.X(i)}\",\"{f.Y(i)}\"", "\n")),
        new("Quoted decimal commas between commas", "quoted2.csv", Nanometer, Absorbance, 1,
            f => "\"Wellenlänge [nm]\",\"Absorption\"\n" + f.Rows(
                i => $"\"{MadeUpFile.Comma(f.X(i))}\",\"{MadeUpFile.Comma(f.Y(i))}\"", "\n")),
        new("Pipes", "pipes.txt", Nanometer, Absorbance, 1,
            f => "wavelength (nm) | absorbance\n" + f.Rows(i => $"{f.X(i)} | {f.Y(i)}", "\n")),
        new("Plate reader, SpectraMax, wells in columns", "spectramax.txt", Nanometer, OrdinateKind.Unknown, 4, f =>
            "##BLOCKS= 1\r\nPlate:\tPlate1\t1.3\tTimeFormat\tSpectrum\tAbsorbance\tRaw\tFALSE\t1\r\n"
            + "\tTemperature(¡C)\tA1\tA2\tA3\tA4\r\n"
            + f.Rows(i => $"{f.X(i)}\t{(i == 0 ? "25.1" : "")}\t{f.Y(i)}\t{f.Y(i, 1)}\t{f.Y(i, 2)}\t{f.Y(i, 3)}")
            + "~End\r\nOriginal Filename: x; Date Last Saved: 1/2/2023\r\n") { Start = 300, XFormat = "0" },
        new("Standard deviation beside y", "sd.csv", Nanometer, Reflectance, 1, f =>
            "Wavelength (nm),Reflectance,Std Dev\n" + f.Rows(i => $"{f.X(i)},{f.Y(i)},0.00{i % 7 + 1}", "\n")),
        new("Index, wavelength, intensity without names", "index.txt", Nanometer, OrdinateKind.Unknown, 1,
            f => f.Rows(i => $"{i}\t{f.X(i)}\t{f.Y(i)}")) { Start = 350.13, Step = 0.21, XFormat = "0.000" },
        new("Missing values by words", "missing.csv", Nanometer, Absorbance, 1, f =>
            "Wavelength (nm),Abs\n" + f.Rows(i => $"{f.X(i)},{(f.IsMissing(i) ? "OVER" : f.Y(i))}", "\n")) { IsMissing = i =>
                i % 10 == 5 },
        new("Exponents with D", "fortran.dat", AxisUnit.Unknown, OrdinateKind.Unknown, 1, f =>
            f.Rows(i => $"  {f.X(i)}  {f.Y(i).Replace('E', 'D')}", "\n")) { Start = 0.05, Step = 0.05, XFormat = "0.00",
                YFormat = "0.000000E+00" },
        new("Comments with percent signs", "matlab.txt", RamanShift, Intensity, 1, f =>
            "% Raman spectrum of calcite\n% laser 785 nm, 100 mW\n% shift (cm-1)  counts\n" + f.Rows(
                i => $"{f.X(i)} {f.Y(i)}", "\n")) { Start = 100, Step = 3, Count = 500, Scale = 1e4, YFormat = "0.0" },
        new("x with its unit in each cell", "unit.txt", Nanometer, OrdinateKind.Unknown, 1,
            f => "Model\tX1\r\nSerial\t77\r\n" + f.Rows(i => $"{f.X(i)} nm\t{f.Y(i)}")),
        new("Two blocks with headers between", "blocks.txt", Nanometer, Intensity, 2, f =>
            "Scan 1\nWavelength (nm)\tCounts\n" + f.Rows(i => $"{f.X(i)}\t{f.Y(i)}", "\n")
                + "\nScan 2\nWavelength (nm)\tCounts\n" + f.Rows(i => $"{f.X(i)}\t{f.Y(i, 1)}", "\n")) { Scale = 500 },
        new("Start, step and count in the header", "implied.txt", Nanometer, OrdinateKind.Unknown, 1, f =>
            "Instrument: HPX\nStart: 400\nStep: 2\nPoints: 120\nX units: nm\n" + f.Rows(i => f.Y(i), "\n")) { XFormat = "0" },
        new("A few points only", "few.csv", Nanometer, Absorbance, 1,
            f => "Wavelength (nm),Absorbance\n" + f.Rows(i => $"{f.X(i)},{f.Y(i)}", "\n")) { Count = 9 },
        new("Micrometers", "ftir_um.csv", Micrometer, Reflectance, 1, f => "Wavelength (µm),Reflectance\n" + f.Rows(
            i => $"{f.X(i)},{f.Y(i)}", "\n")) { Start = 2.5, Step = 0.05, XFormat = "0.00" },
        new("Energy", "xas.dat", ElectronVolt, OrdinateKind.Unknown, 2, f => "# Element: Fe\n# E(eV)  mu_trans  mu_ref\n"
            + f.Rows(i => $"{f.X(i)}  {f.Y(i)}  {f.Y(i, 1)}", "\n")) { Start = 7000, Step = 0.5 },
        new("R data frame, spectra in rows", "frame.csv", Nanometer, OrdinateKind.Unknown, 5, f =>
            "\"id\",\"class\"," + string.Join(",", Enumerable.Range(0, f.Count).Select(i => $"\"X{f.X(i)}\"")) + "\n"
            + string.Concat(Enumerable.Range(0, 5).Select(k => $"\"s{k}\",\"c{k % 2}\"," + string.Join(
                ",", Enumerable.Range(0, f.Count).Select(i => f.Y(i, k))) + "\n"))) { Start = 1100, Step = 4, XFormat = "0" },
        new("Pairs of different lengths", "pairs.txt", Nanometer, Absorbance, 3, f =>
            "A\t\tB\t\tC\t\nnm\tA\tnm\tA\tnm\tA\n" + f.Rows(
                i => $"{f.X(i)}\t{f.Y(i)}\t{(i < 90 ? f.X(i) : "")}\t{(i < 90 ? f.Y(i, 1) : "")}\t{(i < 60 ? f.X(i) : "")}\t"
                    + $"{(i < 60 ? f.Y(i, 2) : "")}", "\n")),
        new("Scans without anything between", "scans.xy", Nanometer, OrdinateKind.Unknown, 4, f =>
            string.Concat(Enumerable.Range(0, 4).Select(k => f.Rows(i => $"{f.X(i)}  {f.Y(i, k)}", "\n")))),
        new("A time stamp in each row", "stamped.csv", Nanometer, Intensity, 1, f =>
            "Timestamp,Wavelength (nm),Intensity\n" + f.Rows(i => $"2023-05-01 10:00:{i % 60:00},{f.X(i)},{f.Y(i)}", "\n")),
        new("Decimal comma, exponents, tab, UTF-16 big-endian", "exp.txt", Wavenumber, Intensity, 1, f =>
            "Wellenzahl / cm-1\tSignal\r\n" + f.Rows(i => $"{MadeUpFile.Comma(f.X(i))}\t{MadeUpFile.Comma(f.Y(i))}")) { Start =
                900, YFormat = "0.00000E+00", Encoding = Encoding.BigEndianUnicode },
        new("Blanks as thousands marks", "mille.csv", Wavenumber, Absorbance, 1, f =>
            "Nombre d'onde (cm-1);Absorbance\n" + f.Rows(
                i => $"{Thousands(f.X(i)).Replace('.', ' ')};{MadeUpFile.Comma(f.Y(i))}", "\n")) { Start = 4000, Step = -20,
                    Count = 170, XFormat = "0.00" },
        new("NIST style header and footer", "nist.txt", Wavenumber, Transmittance, 1, f =>
            "Compound: Benzene\nState: gas\nXUNITS=1/CM\nYUNITS=TRANSMITTANCE\nNPOINTS=120\n\n" + f.Rows(
                i => $"{f.X(i)} {f.Y(i)}", "\n") + "END\nMeasured 1 May 2020 by A. B., 3 scans\n") { Start = 450, Step = 4 },
        new("Kinetic intensities as whole numbers", "counts.csv", RamanShift, Intensity, 2, f =>
            "Raman Shift/cm-1,Dark counts,Counts\n" + f.Rows(i => $"{f.X(i)},{f.Y(i, 1)},{f.Y(i)}", "\n")) { Start = 100,
                Step = 3, Scale = 3000, XFormat = "0", YFormat = "0" },
        new("Classic Mac line ends", "mac.txt", Nanometer, Absorbance, 1,
            f => "Wavelength/nm\tAbsorbance\r" + f.Rows(i => $"{f.X(i)}\t{f.Y(i)}", "\r")),
        new("Pixel, wavelength and Raman shift", "axes.csv", RamanShift, Intensity, 1, f =>
            "Laser Wavelength,785\nIntegration Time,500\n\nPixel,Wavelength,Raman Shift,Intensity\n" + f.Rows(
                i => $"{i},{(800 + 0.2 * i).ToString(CultureInfo.InvariantCulture)},{f.X(i)},{f.Y(i)}", "\n")) { Start = 240.5,
                    Step = 2.7, Scale = 800 },
        new("Ten spectra by name", "ten.tsv", Wavenumber, OrdinateKind.Unknown, 10, f =>
            "wavenumber\t" + string.Join("\t", Enumerable.Range(1, 10).Select(k => $"leaf_{k}")) + "\n" + f.Rows(
                i => f.X(i) + "\t" + string.Join("\t", Enumerable.Range(0, 10).Select(k => f.Y(i, k))), "\n")) { Start = 800 },
        new("Excitation by emission matrix", "eem.csv", Nanometer, OrdinateKind.Unknown, 4, f =>
            ",250,255,260,265\n" + f.Rows(i => $"{f.X(i)},{f.Y(i)},{f.Y(i, 1)},{f.Y(i, 2)},{f.Y(i, 3)}", "\n")) { Start = 300,
                XFormat = "0" },
        new("INI sections", "ini.txt", Nanometer, Intensity, 1, f =>
            "[Settings]\r\nGain=2\r\nIntegrationTime=100\r\n[Axis]\r\nXUnit=nm\r\nYUnit=counts\r\n[Data]\r\n" + f.Rows(
                i => $"{f.X(i)};{f.Y(i)}")),
        new("x=y assignments", "xy.txt", Wavenumber, OrdinateKind.Unknown, 1,
            f => "X\tY\n" + f.Rows(i => $"{f.X(i)}\t{f.Y(i)}", "\n")) { Start = 1500, Step = 13 },
    ];

    private static Encoding Cp932 => CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    private static string Thousands(string number)
    {
        var value = double.Parse(number, CultureInfo.InvariantCulture);
        return value.ToString("#,##0.00", CultureInfo.GetCultureInfo("de-DE"));
    }
}
