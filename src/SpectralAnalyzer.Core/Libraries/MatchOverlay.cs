namespace SpectralAnalyzer.Core.Libraries;

/// <summary>Draws the hits of a search over the query.</summary>
internal static class MatchOverlay
{
    /// <summary>Returns the graph: the query, and each hit multiplied and shifted to lie on it as well as it can.</summary>
    internal static SpectraGraph Create(SpectralMatch match)
    {
        var query = match.Spectrum;
        return new SpectraGraph
        {
            Spectra = [query, .. match.Hits.Select(hit => Fit(hit, query))],
            Title = match.ToString(),
        };
    }

    private static Spectrum Fit(SpectralMatchHit hit, Spectrum query)
    {
        ReadOnlySpan<double> x = hit.Spectrum.Abscissae.Span, y = hit.Spectrum.Ordinates.Span;
        ReadOnlySpan<double> queryX = query.Abscissae.Span, queryY = query.Ordinates.Span;
        double count = 0, sum = 0, querySum = 0, squares = 0, products = 0;
        for (int i = 0, q = 0; i < x.Length && q < queryX.Length;)
        {
            if (x[i] < queryX[q])
            {
                i++;
            }
            else if (x[i] > queryX[q])
            {
                q++;
            }
            else
            {
                count++;
                sum += y[i];
                querySum += queryY[q];
                squares += y[i] * y[i];
                products += y[i] * queryY[q];
                (i, q) = (i + 1, q + 1);
            }
        }

        var spread = squares - (sum * sum / count);
        var factor = spread > 0 ? (products - (sum * querySum / count)) / spread : 1;
        var shift = count > 0 ? (querySum - (factor * sum)) / count : 0;
        var fitted = new double[y.Length];
        for (var i = 0; i < fitted.Length; i++)
            fitted[i] = shift + (factor * y[i]);
        return Spectrum.FromSource(x.ToArray(), fitted, new SpectrumDescription
        {
            Name = hit.ToString(),
            Axis = query.Axis,
            Ordinate = query.Ordinate,
        });
    }
}
