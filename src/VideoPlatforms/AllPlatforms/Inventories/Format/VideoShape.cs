using VideoPlatforms.Clients.Platforms;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>The properties of a platform's videos.</summary>
internal sealed class VideoShape
{
    private readonly VideoProperty?[] _byColumn;

    /// <summary>Initializes the properties.</summary>
    /// <param name="description">The platform.</param>
    /// <param name="properties">The properties in their order.</param>
    /// <param name="columnCount">The number of columns of all platforms.</param>
    public VideoShape(PlatformDescription description, IReadOnlyList<VideoProperty> properties, int columnCount)
    {
        Description = description;
        Properties = properties;
        _byColumn = new VideoProperty?[columnCount];
        foreach (var property in properties)
        {
            _byColumn[property.Column.Index] = property;
        }
    }

    /// <summary>Gets the platform.</summary>
    public PlatformDescription Description { get; }

    /// <summary>Gets the properties in their order.</summary>
    public IReadOnlyList<VideoProperty> Properties { get; }

    /// <summary>Gets the property of each column of all platforms; null if the platform does not have it.</summary>
    public ReadOnlySpan<VideoProperty?> ByColumn => _byColumn;
}
