using VideoPlatforms.Clients.Platforms;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>The properties of a platform's videos.</summary>
internal sealed class VideoShape
{
    private readonly VideoProperty?[] _byColumn;
    private readonly VideoProperty[] _inColumnOrder;

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

        _inColumnOrder = [.. _byColumn.OfType<VideoProperty>()];
    }

    /// <summary>Gets the platform.</summary>
    public PlatformDescription Description { get; }

    /// <summary>Gets the properties in their order.</summary>
    public IReadOnlyList<VideoProperty> Properties { get; }

    /// <summary>Gets the properties in the order of the columns of all platforms.</summary>
    public ReadOnlySpan<VideoProperty> InColumnOrder => _inColumnOrder;

    /// <summary>Returns the property of a column; null if the platform does not have it.</summary>
    public VideoProperty? Find(VideoColumn column) => _byColumn[column.Index];
}
