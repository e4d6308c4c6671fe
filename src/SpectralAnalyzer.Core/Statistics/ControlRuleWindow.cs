namespace SpectralAnalyzer.Core.Statistics;

/// <summary>Applies the rules of a control chart to values as they come. It remembers no more values than the longest rule
/// counts.</summary>
internal sealed class ControlRuleWindow(double center, double sigma, ControlRules rules)
{
    private const int Longest = 15;
    private const double Rounding = 1e-12;

    private readonly List<double> _last = new(Longest);
    private readonly int _sameSide = rules == ControlRules.WesternElectric ? 8 : 9;

    /// <summary>Adds a value, and returns the rules that it completes.</summary>
    internal ControlRules Add(double value)
    {
        if (_last.Count == Longest)
            _last.RemoveAt(0);
        _last.Add(value);
        // without a spread nothing can be said, except that a value differs by more than rounding from values without any
        if (double.IsNaN(sigma) || double.IsNaN(center)
            || (sigma == 0 && Math.Abs(value - center) <= Rounding * Math.Abs(center)))
            return ControlRules.None;
        var fired = ControlRules.None;
        Check(ControlRules.BeyondLimits, Math.Abs(value - center) > 3 * sigma);
        Check(ControlRules.SameSide, AllOf(_sameSide, d => d > 0) || AllOf(_sameSide, d => d < 0));
        Check(ControlRules.Trend, Steps(6, (_, step) => step > 0) || Steps(6, (_, step) => step < 0));
        Check(ControlRules.Alternation, Steps(14, (before, step) => before * step < 0));
        Check(ControlRules.TwoOfThree, SomeOf(2, 3, 2));
        Check(ControlRules.FourOfFive, SomeOf(4, 5, 1));
        Check(ControlRules.Stratification, AllOf(15, d => Math.Abs(d) < sigma));
        Check(ControlRules.Mixture, AllOf(8, d => Math.Abs(d) > sigma) && !AllOf(8, d => d > 0) && !AllOf(8, d => d < 0));
        return fired & rules;

        void Check(ControlRules rule, bool isMet) => fired |= isMet ? rule : ControlRules.None;
    }

    private bool AllOf(int count, Predicate<double> isMet)
    {
        for (var i = 1; i <= count; i++)
        {
            if (i > _last.Count || !isMet(_last[^i] - center))
                return false;
        }

        return true;
    }

    // the steps between a number of values, each with the step before it; the first has its own opposite before it
    private bool Steps(int count, Func<double, double, bool> isMet)
    {
        if (_last.Count < count)
            return false;
        var first = _last.Count - count;
        for (var i = first + 1; i < _last.Count; i++)
        {
            var step = _last[i] - _last[i - 1];
            if (!isMet(i == first + 1 ? -step : _last[i - 1] - _last[i - 2], step))
                return false;
        }

        return true;
    }

    // the value that completes the rule is one of those that are far away
    private bool SomeOf(int some, int of, double sigmas)
    {
        var side = Math.Sign(_last[^1] - center);
        var count = 0;
        for (var i = 1; i <= Math.Min(of, _last.Count); i++)
        {
            var isFar = side * (_last[^i] - center) > sigmas * sigma;
            if (i == 1 && !isFar)
                return false;
            count += isFar ? 1 : 0;
        }

        return count >= some;
    }
}
