using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpectralAnalyzer.Dashboard.Server.Serving;
using SpectralAnalyzer.Dashboard.Serving;

namespace SpectralAnalyzer.Dashboard.Server;

/// <summary>Serves dashboards with Kestrel. The cmdlets make this type by its name.</summary>
public sealed class DashboardServer : IDashboardServer
{
    private const long LargestRequest = 64 << 10;
    private const long MostConnections = 500;

    /// <inheritdoc/>
    public IServedDashboard Start(DashboardSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // nothing is taken from the environment or from files, nothing is logged: the token is in the address
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddSingleton<IHostLifetime, SessionLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            if (settings.Certificate is null)
                kestrel.Listen(IPAddress.Loopback, settings.Port);
            else
                kestrel.Listen(IPAddress.Any, settings.Port, listen => listen.UseHttps(settings.Certificate));
        });
        if (settings.Certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        var served = new ServedDashboard(app, settings);
        try
        {
            app.Run(served.AnswerAsync);
            app.StartAsync().GetAwaiter().GetResult();
            served.SetPort(new Uri(app.Urls.Single()).Port);
            return served;
        }
        catch (Exception e)
        {
            served.Dispose();
            if (e is not (IOException { InnerException: AddressInUseException } or SocketException))
                throw;
            throw new SpectralException(
                SpectralErrorIds.DashboardPortUnusable,
                SpectralErrorCategory.Exists,
                $"Port {settings.Port} cannot be opened. {e.Message}",
                "Specify another -Port, or leave it out for one that is free.",
                innerException: e);
        }
    }

    // the server ends with its session, not with a signal: Ctrl+C belongs to PowerShell
    private sealed class SessionLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
