using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.Dashboard.Server.Following;
using SpectralAnalyzer.Dashboard.Serving;

namespace SpectralAnalyzer.Dashboard.Server.Serving;

/// <summary>A dashboard while it is served.</summary>
internal sealed class ServedDashboard : IServedDashboard
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;
    private readonly DashboardSettings _settings;
    private readonly CancellationTokenSource _end = new();
    private readonly DashboardRoutes _routes;
    private RequestGuard? _guard;

    internal ServedDashboard(WebApplication app, DashboardSettings settings)
    {
        (_app, _settings) = (app, settings);
        FolderFollower[] folders = [.. settings.Folders.Select((f, i) => new FolderFollower(f, i, _end.Token))];
        _routes = new DashboardRoutes(settings.Engine, folders, _end.Token);
    }

    /// <inheritdoc/>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        using var patience = new CancellationTokenSource(s_grace);
        _app.StopAsync(patience.Token).GetAwaiter().GetResult();
        ((IAsyncDisposable)_app).DisposeAsync().AsTask().GetAwaiter().GetResult();
        _end.Dispose();
    }

    internal void SetPort(int port)
    {
        var guard = new RequestGuard(_settings, port);
        Address = guard.Address;
        Volatile.Write(ref _guard, guard);
    }

    internal async Task AnswerAsync(HttpContext context)
    {
        // nothing is answered before it is known who may ask
        if (Volatile.Read(ref _guard) is not { } guard)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (guard.Admit(context))
            await _routes.AnswerAsync(context).ConfigureAwait(false);
    }
}
