using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Deserialization;

/// <summary>Restores the result of a check.</summary>
internal static class LinkCheckReader
{
    /// <summary>Restores the result. Returns null if platform, kind or status is missing.</summary>
    public static LinkCheck? Read(PropertyReader properties) =>
        properties.Word<Platform>(nameof(LinkCheck.Platform)) is { } platform
        && properties.Word<LinkKind>(nameof(LinkCheck.Kind)) is { } kind
        && properties.Word<LinkStatus>(nameof(LinkCheck.Status)) is { } status
            ? new(platform, properties.Text(nameof(LinkCheck.Id)), kind, status)
            {
                Title = properties.Text(nameof(LinkCheck.Title)),
                Address = properties.Text(nameof(LinkCheck.Address)),
                HttpStatus = (int?)properties.Whole(nameof(LinkCheck.HttpStatus)),
                Length = properties.Whole(nameof(LinkCheck.Length)),
                ContentType = properties.Text(nameof(LinkCheck.ContentType)),
                Elapsed = properties.Span(nameof(LinkCheck.Elapsed)),
                Session = SessionReader.Of(properties, platform),
            }
            : null;
}
