using System.Globalization;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Platforms;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>Describes a platform to the tests over all platforms. Each platform has one sample, in its own folder.</summary>
/// <param name="Description">The platform.</param>
internal sealed record PlatformSample(PlatformDescription Description)
{
    /// <summary>The platform.</summary>
    public Platform Platform => Description.Platform;

    /// <summary>A successful response, in which <c>@data</c> is replaced with its data.</summary>
    public required string Success { get; init; }

    /// <summary>The name of the list in the data.</summary>
    public required string ListField { get; init; }

    /// <summary>The total in the data, in which <c>@total</c> is replaced.</summary>
    public required string Total { get; init; }

    /// <summary>All paging fields of the data, in which <c>@total</c> and <c>@size</c> are replaced.</summary>
    public required string Paging { get; init; }

    /// <summary>Whether the paging fields include the page size.</summary>
    public required bool ReportsPageSize { get; init; }

    /// <summary>The name of an item's ID.</summary>
    public required string IdField { get; init; }

    /// <summary>The name of an item's title; null if items have none.</summary>
    public required string? TitleField { get; init; }

    /// <summary>The class of an item in a response.</summary>
    public required Type Record { get; init; }

    /// <summary>The fields of an item that are in an object of the item, with the name of that object.</summary>
    public IReadOnlyDictionary<string, string> NestedFields { get; init; } = new Dictionary<string, string>();

    /// <summary>The response to a wrong key, token or signature.</summary>
    public required string Rejection { get; init; }

    /// <summary>The reason of the error of that response, such as <c>SignatureRejected</c>.</summary>
    public required string RejectionReason { get; init; }

    /// <summary>The call that fetches a token; null if the platform has no tokens.</summary>
    public required string? TokenCall { get; init; }

    /// <summary>Revokes all tokens of the sandbox.</summary>
    public Action<SandboxServer> RevokeTokens { get; init; } = _ => throw new NotSupportedException("The platform has no tokens.");

    /// <summary>The parameters in the query or in a form that contain a signature or token.</summary>
    public required IReadOnlyList<string> SecretParameters { get; init; }

    /// <summary>The headers that contain a signature or token.</summary>
    public required IReadOnlyList<string> SecretHeaders { get; init; }

    /// <summary>The commands of the platform besides its list, each for a client of the sandbox.</summary>
    public required Func<SandboxServer, PlatformClient, IEnumerable<Func<ICommandHost, Task>>> OtherCommands { get; init; }

    /// <summary>The responses to damage, each with its call.</summary>
    public required IReadOnlyList<ResponseSample> Responses { get; init; }

    /// <summary>The file in <c>Documents</c> with the text of the vendor's document, without its extension.</summary>
    public required string Document { get; init; }

    /// <summary>The files in <c>Documents</c> with the samples of the vendor's document, without their extension.</summary>
    public required IReadOnlyList<string> DocumentSamples { get; init; }

    /// <summary>The number of calls in the vendor's document.</summary>
    public required int DocumentedCalls { get; init; }

    /// <summary>The parameters that are sent, but appear neither in the vendor's document nor in a debug line.</summary>
    public IReadOnlyList<string> UnloggedParameters { get; init; } = [];

    /// <summary>The classes of another platform that also read this platform's responses.</summary>
    public IReadOnlyList<Type> SharedRecords { get; init; } = [];

    /// <summary>Returns a successful response.</summary>
    public string Response(string data) => Success.Replace("@data", data, StringComparison.Ordinal);

    /// <summary>Returns the total in the data.</summary>
    public string TotalOf(long total) => Total.Replace("@total", Text(total), StringComparison.Ordinal);

    /// <summary>Returns a successful response with a page.</summary>
    /// <param name="items">The JSON of the list.</param>
    /// <param name="total">The total.</param>
    /// <param name="size">The page size.</param>
    public string Page(string items, long total, int size = 1000)
    {
        var paging = Paging.Replace("@total", Text(total), StringComparison.Ordinal).Replace("@size", Text(size), StringComparison.Ordinal);
        return Response("{" + paging + ",\"" + ListField + "\":" + items + "}");
    }

    /// <summary>Returns an item with an ID and, if items have one, a title.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="title">The title; null for none.</param>
    /// <param name="more">More fields.</param>
    public string Item(string id, string? title, string more = "") =>
        $"{{\"{IdField}\":\"{id}\"{(more.Length == 0 ? "" : $",{more}")}{(title is null || TitleField is null ? "" : $",\"{TitleField}\":\"{title}\"")}}}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
