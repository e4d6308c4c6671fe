# Makes 60 made-up lots of an oil as CSV files in a folder: two bands that vary from lot to lot, and noise. The last five are not
# good: three have a foreign band at 1600 cm-1, two have far too much of the band at 1250 cm-1.
param([Parameter(Mandatory)] [string] $Path)

$null = New-Item -ItemType Directory -Force $Path
$random = [random]::new(19)
$x = 0..400 | ForEach-Object { 1000 + 2 * $_ }
foreach ($lot in 1..60) {
    $ester = 0.6 + 0.1 * ($random.NextDouble() - 0.5) + ($lot -gt 58 ? 0.5 : 0)
    $other = 1 + 0.2 * ($random.NextDouble() - 0.5)
    $foreign = $lot -gt 55 -and $lot -le 58 ? 0.03 : 0
    $y = foreach ($at in $x) {
        $value = $other * [math]::Exp(-[math]::Pow(($at - 1100) / 50, 2)) + $ester * [math]::Exp(-[math]::Pow(($at - 1250) / 30, 2)) +
            $foreign * [math]::Exp(-[math]::Pow(($at - 1600) / 10, 2)) + 0.004 * ($random.NextDouble() - 0.5)
        [math]::Round($value, 5)
    }
    ConvertTo-Spectrum $x $y -XUnit cm-1 -Ordinate Absorbance | Export-Spectrum (Join-Path $Path ('lot-{0:00}.csv' -f $lot)) -Force
}
