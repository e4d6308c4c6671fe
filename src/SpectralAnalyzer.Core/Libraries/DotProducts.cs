using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// The products of several queries with several rows in float32. Groups of four queries and four (or two) rows stay in registers,
/// and are walked along in panels that stay in the cache.
/// </summary>
internal static unsafe class DotProducts
{
    private const int Panel = 1024;
    private const int QueriesOfGroup = 4;

    /// <summary>Computes products[query * rowCount + row].</summary>
    /// <param name="queries">The queries, <paramref name="stride"/> apart.</param>
    /// <param name="queryCount">How many.</param>
    /// <param name="rows">The rows, <paramref name="stride"/> apart.</param>
    /// <param name="rowCount">How many.</param>
    /// <param name="stride">A multiple of 16.</param>
    /// <param name="products">The products.</param>
    internal static void Compute(
        float* queries, int queryCount, float* rows, int rowCount, int stride, Span<float> products)
    {
        if (queryCount == 1)
        {
            var query = new ReadOnlySpan<float>(queries, stride);
            for (var r = 0; r < rowCount; r++)
                products[r] = TensorPrimitives.Dot(query, new ReadOnlySpan<float>(rows + ((long)r * stride), stride));
            return;
        }

        products.Clear();
        var rowsOfGroup = Vector512.IsHardwareAccelerated ? 4 : 2;
        var groupedQueries = queryCount / QueriesOfGroup * QueriesOfGroup;
        var groupedRows = rowCount / rowsOfGroup * rowsOfGroup;
        fixed (float* target = products)
        {
            for (var from = 0; from < stride; from += Panel)
            {
                var length = Math.Min(Panel, stride - from);
                for (var r = 0; r < groupedRows; r += rowsOfGroup)
                {
                    for (var q = 0; q < groupedQueries; q += QueriesOfGroup)
                    {
                        float* a = queries + ((long)q * stride) + from, b = rows + ((long)r * stride) + from;
                        var to = target + ((long)q * rowCount) + r;
                        if (Vector512.IsHardwareAccelerated)
                            AddFourByFour(a, b, stride, length, to, rowCount);
                        else
                            AddFourByTwo(a, b, stride, length, to, rowCount);
                    }
                }
            }
        }

        for (var q = 0; q < queryCount; q++)
        {
            var query = new ReadOnlySpan<float>(queries + ((long)q * stride), stride);
            for (var r = q < groupedQueries ? groupedRows : 0; r < rowCount; r++)
            {
                products[(q * rowCount) + r] =
                    TensorPrimitives.Dot(query, new ReadOnlySpan<float>(rows + ((long)r * stride), stride));
            }
        }
    }

    private static void AddFourByFour(float* a, float* b, int stride, int length, float* to, int line)
    {
        Vector512<float> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector512<float> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<float> s20 = default, s21 = default, s22 = default, s23 = default;
        Vector512<float> s30 = default, s31 = default, s32 = default, s33 = default;
        float* a1 = a + stride, a2 = a1 + stride, a3 = a2 + stride;
        float* b1 = b + stride, b2 = b1 + stride, b3 = b2 + stride;
        for (var k = 0; k < length; k += Vector512<float>.Count)
        {
            var r0 = Vector512.Load(b + k);
            var r1 = Vector512.Load(b1 + k);
            var r2 = Vector512.Load(b2 + k);
            var r3 = Vector512.Load(b3 + k);
            var q = Vector512.Load(a + k);
            s00 = Vector512.MultiplyAddEstimate(q, r0, s00);
            s01 = Vector512.MultiplyAddEstimate(q, r1, s01);
            s02 = Vector512.MultiplyAddEstimate(q, r2, s02);
            s03 = Vector512.MultiplyAddEstimate(q, r3, s03);
            q = Vector512.Load(a1 + k);
            s10 = Vector512.MultiplyAddEstimate(q, r0, s10);
            s11 = Vector512.MultiplyAddEstimate(q, r1, s11);
            s12 = Vector512.MultiplyAddEstimate(q, r2, s12);
            s13 = Vector512.MultiplyAddEstimate(q, r3, s13);
            q = Vector512.Load(a2 + k);
            s20 = Vector512.MultiplyAddEstimate(q, r0, s20);
            s21 = Vector512.MultiplyAddEstimate(q, r1, s21);
            s22 = Vector512.MultiplyAddEstimate(q, r2, s22);
            s23 = Vector512.MultiplyAddEstimate(q, r3, s23);
            q = Vector512.Load(a3 + k);
            s30 = Vector512.MultiplyAddEstimate(q, r0, s30);
            s31 = Vector512.MultiplyAddEstimate(q, r1, s31);
            s32 = Vector512.MultiplyAddEstimate(q, r2, s32);
            s33 = Vector512.MultiplyAddEstimate(q, r3, s33);
        }

        Add(to, Vector512.Sum(s00), Vector512.Sum(s01), Vector512.Sum(s02), Vector512.Sum(s03));
        Add(to + line, Vector512.Sum(s10), Vector512.Sum(s11), Vector512.Sum(s12), Vector512.Sum(s13));
        Add(to + (2 * line), Vector512.Sum(s20), Vector512.Sum(s21), Vector512.Sum(s22), Vector512.Sum(s23));
        Add(to + (3 * line), Vector512.Sum(s30), Vector512.Sum(s31), Vector512.Sum(s32), Vector512.Sum(s33));
    }

    private static void Add(float* to, float first, float second, float third, float fourth)
    {
        to[0] += first;
        to[1] += second;
        to[2] += third;
        to[3] += fourth;
    }

    private static void AddFourByTwo(float* a, float* b, int stride, int length, float* to, int line)
    {
        Vector256<float> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector256<float> s20 = default, s21 = default, s30 = default, s31 = default;
        float* a1 = a + stride, a2 = a1 + stride, a3 = a2 + stride, b1 = b + stride;
        for (var k = 0; k < length; k += Vector256<float>.Count)
        {
            var r0 = Vector256.Load(b + k);
            var r1 = Vector256.Load(b1 + k);
            var q = Vector256.Load(a + k);
            s00 = Vector256.MultiplyAddEstimate(q, r0, s00);
            s01 = Vector256.MultiplyAddEstimate(q, r1, s01);
            q = Vector256.Load(a1 + k);
            s10 = Vector256.MultiplyAddEstimate(q, r0, s10);
            s11 = Vector256.MultiplyAddEstimate(q, r1, s11);
            q = Vector256.Load(a2 + k);
            s20 = Vector256.MultiplyAddEstimate(q, r0, s20);
            s21 = Vector256.MultiplyAddEstimate(q, r1, s21);
            q = Vector256.Load(a3 + k);
            s30 = Vector256.MultiplyAddEstimate(q, r0, s30);
            s31 = Vector256.MultiplyAddEstimate(q, r1, s31);
        }

        to[0] += Vector256.Sum(s00);
        to[1] += Vector256.Sum(s01);
        to[line] += Vector256.Sum(s10);
        to[line + 1] += Vector256.Sum(s11);
        to[2 * line] += Vector256.Sum(s20);
        to[(2 * line) + 1] += Vector256.Sum(s21);
        to[3 * line] += Vector256.Sum(s30);
        to[(3 * line) + 1] += Vector256.Sum(s31);
    }
}
